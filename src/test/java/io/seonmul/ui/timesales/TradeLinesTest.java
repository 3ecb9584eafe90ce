// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Aggressor;
import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.SampleTick;
import io.seonmul.market.TradeTape;
import io.seonmul.ui.SampleSession;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Which trades make which line.
final class TradeLinesTest {

    private static final long SEED = 20_261_125;
    private static final Contract MINI = SampleSession.contract("A05612");

    private final Instrument instrument = new Instrument(MINI);
    private final SampleTick market = new SampleTick(MINI, "1000.00");

    private TradeTape tape() {
        return instrument.snapshot().orElseThrow().trades();
    }

    private void trade(boolean buy, String price, long contracts) {
        instrument.apply(buy ? market.buy(price, contracts) : market.sell(price, contracts));
    }

    @Test
    void everyTradeIsShownOrCountedAsHidden() {
        Random random = new Random(SEED);
        for (TradesSettings.Sides sides : TradesSettings.Sides.values()) {
            for (boolean joined : new boolean[] {false, true}) {
                TradesSettings settings = new TradesSettings(sides, 1 + random.nextInt(4), 10, joined);
                TradeLines lines = new TradeLines(settings);
                for (int step = 0; step < 200; step++) {
                    for (int n = random.nextInt(4); n >= 0; n--) {
                        market.later(random.nextInt(2));
                        if (random.nextInt(20) == 0) {
                            market.lose(1 + random.nextInt(9));
                        }
                        trade(
                                random.nextBoolean(),
                                random.nextBoolean() ? "1000.00" : "1000.02",
                                1 + random.nextInt(6));
                    }
                    TradeTape tape = tape();
                    lines.take(tape, tape.end());
                    assertThat(lines.shown() + lines.hidden())
                            .as("%s, seed %d", settings, SEED)
                            .isEqualTo(tape.end());
                }
                check(lines, settings);
            }
        }
    }

    private void check(TradeLines lines, TradesSettings settings) {
        TradeTape tape = tape();
        long shown = 0;
        long lost = 0;
        for (long line = lines.begin(); line < lines.end(); line++) {
            switch (lines.kind(line)) {
                case LOSS -> lost += lines.contracts(line);
                case BLOCK -> throw new AssertionError("no block was traded");
                case PRINT -> {
                    long contracts = 0;
                    for (long trade = lines.trade(line); trade < lines.trade(line) + lines.trades(line); trade++) {
                        contracts += tape.size(trade);
                        assertThat(tape.side(trade)).isEqualTo(tape.side(lines.trade(line)));
                        assertThat(tape.price(trade)).isEqualTo(tape.price(lines.trade(line)));
                        assertThat(tape.second(trade)).isEqualTo(tape.second(lines.trade(line)));
                    }
                    assertThat((long) lines.contracts(line))
                            .isEqualTo(contracts)
                            .isGreaterThanOrEqualTo(settings.least());
                    switch (settings.sides()) {
                        case ALL -> {}
                        case BUYERS -> assertThat(tape.side(lines.trade(line))).isEqualTo(Aggressor.BUYER);
                        case SELLERS -> assertThat(tape.side(lines.trade(line))).isEqualTo(Aggressor.SELLER);
                    }
                    shown += lines.trades(line);
                }
            }
        }
        assertThat(shown).isEqualTo(lines.shown());
        assertThat(lost).isEqualTo(instrument.snapshot().orElseThrow().audit().lostContracts());
    }

    @Test
    void joinsWhatOneOrderMayHaveTradedAndNothingElse() {
        TradeLines lines =
                new TradeLines(TradesSettings.DEFAULT.withJoined(true).withLeast(5));
        trade(true, "999.98", 1); // the first one received has no side: nothing came before it
        trade(true, "1000.00", 2);
        trade(true, "1000.00", 1);
        lines.take(tape(), tape().end());
        assertThat(lines.end()).isZero();
        assertThat(lines.hidden()).isEqualTo(3);

        trade(true, "1000.00", 3);
        trade(true, "1000.02", 5);
        trade(false, "1000.02", 6);
        market.later(1);
        trade(false, "1000.02", 6);
        lines.take(tape(), tape().end());

        assertThat(lines.hidden()).isOne();
        assertThat(lines.end()).isEqualTo(4);
        assertThat(lines.trades(0)).isEqualTo(3);
        assertThat(lines.contracts(0)).isEqualTo(6);
        assertThat(lines.trades(1)).isEqualTo(1);
        assertThat(lines.contracts(3)).isEqualTo(6);
    }

    @Test
    void dropsTheLinesOfTradesThatAreKeptNoMore() {
        TradeLines lines = new TradeLines(TradesSettings.DEFAULT);
        for (int i = 0; i < TradeTape.MOST + 10; i++) {
            trade(i % 2 == 0, "1000.00", 1);
            if (i % 50_000 == 0) {
                lines.take(tape(), tape().end());
            }
        }
        TradeTape tape = tape();
        lines.take(tape, tape.end());

        assertThat(tape.first()).isPositive();
        assertThat(lines.begin()).isEqualTo(tape.first());
        assertThat(lines.trade(lines.begin())).isEqualTo(tape.first());
        assertThat(lines.end()).isEqualTo(tape.end());
        assertThat(lines.shown()).isEqualTo(tape.end());
    }
}
