// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.AuditReport;
import io.seonmul.market.FeedGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The newest gaps of one contract, newest first, and sums over all of them. FX thread only; knows no view.
final class GapList {

    /// How many gaps are kept for the eye; older ones stay in the sums.
    static final int CAPACITY = 1_000;

    private final ObservableList<FeedGap> newest = FXCollections.observableArrayList();
    private final ObservableList<FeedGap> view = FXCollections.unmodifiableObservableList(newest);
    private int seen;
    private long filled;
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

    /// Gaps whose witnesses disagree.
    int disagreeing() {
        return disagreeing;
    }

    /// Gaps whose split by side had to be inferred.
    int inferred() {
        return inferred;
    }

    /// Takes what is new in the gaps of `audit`, a later one of the same contract; all of them where a late
    /// record made one smaller or filled it, or a correction withdrew some.
    void show(AuditReport audit) {
        List<FeedGap> gaps = audit.gaps();
        boolean anew = gaps.size() < seen
                || audit.lateRecords() != filled
                || (seen > 0 && !gaps.get(seen - 1).equals(newest.getFirst()));
        filled = audit.lateRecords();
        if (gaps.size() == seen && !anew) {
            return;
        }
        if (anew) {
            forgetSums();
        }
        List<FeedGap> fresh = new ArrayList<>();
        for (int i = seen; i < gaps.size(); i++) {
            FeedGap gap = gaps.get(i);
            disagreeing += gap.witnesses() == FeedGap.Witnesses.AGREE ? 0 : 1;
            inferred += gap.sidesInferred() ? 1 : 0;
            if (gaps.size() - i <= CAPACITY) {
                fresh.addFirst(gap);
            }
        }
        seen = gaps.size();
        if (anew) {
            update(fresh);
            return;
        }
        newest.addAll(0, fresh);
        if (newest.size() > CAPACITY) {
            newest.remove(CAPACITY, newest.size());
        }
    }

    /// Row by row by the gaps' numbers, so that what the user has chosen or scrolled to stays where it was.
    private void update(List<FeedGap> now) {
        Map<Long, FeedGap> bySequence = new HashMap<>();
        now.forEach(gap -> bySequence.put(gap.sequence(), gap));
        newest.removeIf(gap -> !bySequence.containsKey(gap.sequence()));
        for (int i = 0; i < now.size(); i++) {
            if (i == newest.size() || newest.get(i).sequence() != now.get(i).sequence()) {
                newest.add(i, now.get(i));
            } else if (!newest.get(i).equals(now.get(i))) {
                newest.set(i, now.get(i));
            }
        }
    }

    /// Forgets the gaps: another contract is shown.
    void clear() {
        newest.clear();
        filled = 0;
        forgetSums();
    }

    private void forgetSums() {
        seen = 0;
        disagreeing = 0;
        inferred = 0;
    }
}
