// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.protocol.Rejection;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.ui.fx.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// One watched code: a lasting row whose figures change in place. FX thread only.
final class WatchRow {

    /// How long a changed price is lit, and the shortest time from one light to the next.
    private static final Duration LIT = Duration.ofMillis(300);

    private static final Duration DARK = Duration.ofSeconds(1);

    private final Contract contract;
    private final MinuteCloses closes = new MinuteCloses();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private Optional<InstrumentSnapshot> snapshot = Optional.empty();
    private CodeState state = new CodeState.Requested();
    private Optional<CodeState> depth = Optional.empty();
    private long rejected;
    private Optional<Rejection> lastRejection = Optional.empty();
    private boolean wantsDepth;
    private boolean linkLive;
    private boolean timed;
    private Optional<Instant> lastRecordAt = Optional.empty();
    private String[] fields = {};
    private OptionalLong paintedLast = OptionalLong.empty();
    private Instant flashedAt = Instant.MIN;
    private int flash;
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

    /// Records of it that came and could not be read.
    long rejected() {
        return rejected;
    }

    /// Why the newest of them could not be read; empty if all could.
    Optional<Rejection> lastRejection() {
        return lastRejection;
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
        return linkLive && state.isCurrent();
    }

    /// The text of the newest record's field at `index`, from 0; empty where there is none.
    Optional<String> field(int index) {
        return index < fields.length ? Optional.of(fields[index]) : Optional.empty();
    }

    /// When the newest record arrived; empty before the first.
    Optional<Instant> lastRecordAt() {
        return lastRecordAt;
    }

    /// Which way the price stands from the previous settlement: 1 up, -1 down.
    int direction() {
        return snapshot.map(known -> Formats.sign(known.tick().change())).orElse(0);
    }

    /// Whether the last price has just risen (1) or fallen (-1), so that it is lit for a moment.
    int flash() {
        return flash;
    }

    MinuteCloses closes() {
        return closes;
    }

    /// Changes when the row shall be painted again.
    ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    void take(InstrumentSnapshot newest) {
        if (snapshot.isPresent()
                && snapshot.get().version() == newest.version()
                && snapshot.get().depth().equals(newest.depth())) {
            return;
        }
        snapshot = Optional.of(newest);
        lastRecordAt = Optional.of(newest.tick().receivedAt());
        fields = newest.tick().raw().split("\\^", -1);
        closes.take(newest.bars());
        changed = true;
    }

    /// Whether the exchange's day is that of this computer's clock, so that a record's age says anything.
    boolean isTimed() {
        return timed;
    }

    void take(CodeStatus status, boolean live, boolean isTimed) {
        timed = isTimed;
        if (!status.state().equals(state)
                || !status.depth().equals(depth)
                || status.rejected() != rejected
                || live != linkLive) {
            rejected = status.rejected();
            lastRejection = status.lastRejection();
            state = status.state();
            depth = status.depth();
            linkLive = live;
            changed = true;
        }
    }

    /// Has the row painted again if anything about it changed.
    ///
    /// @return whether the price is lit, so that one more painting is needed
    boolean paintIfChanged(Instant now) {
        light(now);
        if (changed) {
            changed = false;
            revision.set(revision.get() + 1);
        }
        return flash != 0;
    }

    /// Has the row painted again whatever changed: ages grow.
    void touch() {
        changed = true;
    }

    /// Lights a price that changed, once a second at most, and puts the light out again.
    private void light(Instant now) {
        if (flash != 0 && Duration.between(flashedAt, now).compareTo(LIT) >= 0) {
            flash = 0;
            changed = true;
        }
        if (!changed || snapshot.isEmpty()) {
            return;
        }
        long last = snapshot.get().tick().last().hundredths();
        if (paintedLast.isPresent()
                && paintedLast.getAsLong() != last
                && (flashedAt.equals(Instant.MIN)
                        || Duration.between(flashedAt, now).compareTo(DARK) >= 0)) {
            flash = last > paintedLast.getAsLong() ? 1 : -1;
            flashedAt = now;
        }
        paintedLast = OptionalLong.of(last);
    }
}
