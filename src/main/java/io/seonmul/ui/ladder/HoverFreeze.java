// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.OrderFlow;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The picture that stands still under a pointer that moves, so that it can be read. FX thread only.
///
/// A pointer that rests for [#REST_SECONDS] lets it go: nobody trades by a ladder that a forgotten mouse has stopped.
final class HoverFreeze {

    /// After so many seconds without a movement the present is shown again.
    static final int REST_SECONDS = 5;

    private @Nullable InstrumentSnapshot picture;
    private int rested;

    /// What happened since the picture stands still, by the exchange's own totals: what was lost is in it. Immutable.
    ///
    /// @param trades trades; empty where the wire does not tell
    /// @param contracts contracts
    /// @param delta contracts bought less contracts sold; likewise
    /// @param ticks how far the last price went, in ticks
    record Missed(OptionalLong trades, long contracts, OptionalLong delta, long ticks) {

        static Missed between(InstrumentSnapshot then, InstrumentSnapshot now) {
            return new Missed(
                    difference(trades(now), trades(then)),
                    now.tick().volume() - then.tick().volume(),
                    difference(now.sessionDelta(), then.sessionDelta()),
                    now.tick().last().minus(then.tick().last()).hundredths()
                            / now.contract().tickSize().hundredths());
        }

        private static OptionalLong trades(InstrumentSnapshot snapshot) {
            OrderFlow flow = snapshot.tick().orderFlow();
            return flow.buyTrades().isPresent() && flow.sellTrades().isPresent()
                    ? OptionalLong.of(flow.buyTrades().getAsLong()
                            + flow.sellTrades().getAsLong()
                            + snapshot.audit().auctionPrints())
                    : OptionalLong.empty();
        }

        private static OptionalLong difference(OptionalLong now, OptionalLong then) {
            return now.isPresent() && then.isPresent()
                    ? OptionalLong.of(now.getAsLong() - then.getAsLong())
                    : OptionalLong.empty();
        }
    }

    /// The pointer moved over `shown`.
    void pointed(InstrumentSnapshot shown) {
        rested = 0;
        if (picture == null) {
            picture = shown;
        }
    }

    /// A second passed.
    ///
    /// @return whether that ended it
    boolean second() {
        return picture != null && ++rested >= REST_SECONDS && thaw();
    }

    /// Shows the present again.
    ///
    /// @return whether anything stood still
    boolean thaw() {
        boolean stood = picture != null;
        picture = null;
        return stood;
    }

    /// The newest figures have come: a picture of another code or session is no longer one of them.
    void newest(InstrumentSnapshot now) {
        InstrumentSnapshot then = picture;
        if (then != null
                && (!then.contract().equals(now.contract())
                        || then.trades().session() != now.trades().session())) {
            thaw();
        }
    }

    /// The picture that stands still; empty while the present is shown.
    Optional<InstrumentSnapshot> picture() {
        return Optional.ofNullable(picture);
    }
}
