// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.TradeTape;

/// The newest trade of a picture, and what has traded since the price came there. Immutable.
///
/// @param size contracts
/// @param side the side that the exchange's totals give it
/// @param doubtful whether its witnesses contradict it
/// @param trades trades received at its price since the price came there, it among them
/// @param contracts their contracts
record LastTrade(long size, Aggressor side, boolean doubtful, long trades, long contracts) {

    /// Nothing has traded.
    static final LastTrade NONE = new LastTrade(0, Aggressor.NONE, false, 0, 0);

    static LastTrade of(InstrumentSnapshot picture) {
        TradeTape tape = picture.trades();
        long here = picture.tick().last().hundredths();
        long trades = 0;
        long contracts = 0;
        // A late record tells of an earlier price.
        for (long trade = tape.end() - 1;
                trade >= tape.first() && (tape.isLate(trade) || tape.price(trade) == here);
                trade--) {
            trades += tape.isLate(trade) ? 0 : 1;
            contracts += tape.isLate(trade) ? 0 : tape.size(trade);
        }
        return new LastTrade(
                picture.tick().size(), picture.aggressor(), !picture.doubts().isEmpty(), trades, contracts);
    }
}
