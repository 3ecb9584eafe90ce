// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// A depth record to be told by its best prices: levels a tick apart, sizes and orders of their own. For tests.
public final class SampleQuote {

    private SampleQuote() {}

    /// Five levels a side from `ask` up and `bid` down, with `askSize` and `bidSize` at the best and two more at each
    /// next one.
    public static Quote of(
            Contract contract, LocalTime time, Instant receivedAt, String ask, long askSize, String bid, long bidSize) {
        long tick = contract.tickSize().hundredths();
        return new Quote(
                contract.code(),
                time,
                receivedAt,
                levels(Price.parse(ask), tick, askSize),
                levels(Price.parse(bid), -tick, bidSize),
                total(900),
                total(800),
                38,
                contract.code() + "^" + ask + "^" + bid);
    }

    private static List<Quote.Level> levels(Price best, long step, long size) {
        List<Quote.Level> levels = new ArrayList<>();
        for (int i = 0; i < Quote.LEVELS; i++) {
            levels.add(new Quote.Level(
                    best.plus(Price.ofHundredths(i * step)), OptionalLong.of(size + 2L * i), OptionalLong.of(i + 1L)));
        }
        return levels;
    }

    /// A side of that many contracts.
    public static Quote.Total total(long size) {
        return new Quote.Total(OptionalLong.of(size / 3), OptionalLong.of(size), OptionalLong.of(0));
    }
}
