// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// One watched code: a lasting row whose figures change in place. FX thread only.
final class WatchRow {

    private final Contract contract;
    private final MinuteCloses closes = new MinuteCloses();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private Optional<InstrumentSnapshot> snapshot = Optional.empty();
    private CodeState state = new CodeState.Requested();
    private Optional<CodeState> depth = Optional.empty();
    private boolean wantsDepth;
    private boolean linkLive;
    private boolean changed;

    /// @param wantsDepth whether the user wants its depth
    WatchRow(Contract contract, boolean wantsDepth) {
        this.contract = contract;
        this.wantsDepth = wantsDepth;
    }

    Contract contract() {
        return contract;
    }

    InstrumentCode code() {
        return contract.code();
    }

    /// The newest figures; empty before the first record.
    Optional<InstrumentSnapshot> snapshot() {
        return snapshot;
    }

    /// How its registration stands.
    CodeState state() {
        return state;
    }

    /// How the registration of its depth stands; empty where the session has not been asked for it.
    Optional<CodeState> depth() {
        return depth;
    }

    /// Whether the user wants its depth.
    boolean wantsDepth() {
        return wantsDepth;
    }

    void wantDepth(boolean wanted) {
        wantsDepth = wanted;
        changed = true;
    }

    /// Whether its figures may be taken for the market's present ones.
    boolean isCurrent() {
        return linkLive
                && switch (state) {
                    case CodeState.Flowing flowing -> true;
                    case CodeState.Quiet quiet -> true;
                    case CodeState.Requested requested -> false;
                    case CodeState.Registered registered -> false;
                    case CodeState.Stalled stalled -> false;
                    case CodeState.Refused refused -> false;
                };
    }

    MinuteCloses closes() {
        return closes;
    }

    /// Changes when the row shall be painted again.
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    void take(InstrumentSnapshot newest) {
        snapshot = Optional.of(newest);
        closes.take(newest.bars());
        changed = true;
    }

    void take(CodeStatus status, boolean live) {
        if (!status.state().equals(state) || !status.depth().equals(depth) || live != linkLive) {
            state = status.state();
            depth = status.depth();
            linkLive = live;
            changed = true;
        }
    }

    void paintIfChanged() {
        if (changed) {
            changed = false;
            revision.set(revision.get() + 1);
        }
    }
}
