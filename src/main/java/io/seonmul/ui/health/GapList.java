// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.FeedGap;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The newest gaps of one contract, newest first, and sums over all of them. FX thread only; knows no view.
final class GapList {

    /// How many gaps are kept for the eye; older ones stay in the sums.
    static final int CAPACITY = 1_000;

    private final ObservableList<FeedGap> newest = FXCollections.observableArrayList();
    private final ObservableList<FeedGap> view = FXCollections.unmodifiableObservableList(newest);
    private int seen;
    private long contracts;
    private int disagreeing;
    private int inferred;

    /// The newest [#CAPACITY] gaps, newest first.
    ObservableList<FeedGap> newest() {
        return view;
    }

    /// How many gaps there are in all.
    int size() {
        return seen;
    }

    /// Contracts in all gaps, those that arrived late included.
    long contracts() {
        return contracts;
    }

    /// Gaps whose witnesses disagree.
    int disagreeing() {
        return disagreeing;
    }

    /// Gaps whose split by side had to be inferred.
    int inferred() {
        return inferred;
    }

    /// Takes what is new in `gaps`, which is the same list as the last time or grown.
    void show(List<FeedGap> gaps) {
        if (gaps.size() < seen) {
            clear();
        }
        if (gaps.size() == seen) {
            return;
        }
        List<FeedGap> fresh = new ArrayList<>();
        for (int i = seen; i < gaps.size(); i++) {
            FeedGap gap = gaps.get(i);
            contracts += gap.contracts();
            disagreeing += gap.witnesses() == FeedGap.Witnesses.AGREE ? 0 : 1;
            inferred += gap.sidesInferred() ? 1 : 0;
            if (gaps.size() - i <= CAPACITY) {
                fresh.addFirst(gap);
            }
        }
        seen = gaps.size();
        newest.addAll(0, fresh);
        if (newest.size() > CAPACITY) {
            newest.remove(CAPACITY, newest.size());
        }
    }

    /// Forgets the gaps: another contract is shown.
    void clear() {
        newest.clear();
        seen = 0;
        contracts = 0;
        disagreeing = 0;
        inferred = 0;
    }
}
