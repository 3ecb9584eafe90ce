// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Contract;
import io.seonmul.market.Figure;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.market.WireText;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What time and sales says, and that standing still loses nothing.
final class TradesViewModelTest {

    private static final int ROWS = 5;
    private static final Contract MINI = SampleSession.contract("A05612");

    private final Instrument instrument = new Instrument(MINI);
    private final SampleTick market = new SampleTick(MINI, "1000.00");
    private final TradesViewModel model = new TradesViewModel(TradesSettings.DEFAULT, new Words(Locale.ENGLISH));

    @BeforeEach
    void room() {
        model.setPageSize(ROWS);
    }

    private void buy(int... sizes) {
        for (int size : sizes) {
            instrument.apply(market.later(1).buy("1000.02", size));
        }
        model.show(instrument.snapshot().orElseThrow());
    }

    private List<String> sizes() {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case TradeRow.Print print -> print.size();
                    case TradeRow.Remark remark -> remark.text();
                })
                .toList();
    }

    @Test
    void theNewestStandsOnTop() {
        buy(1, 2, 3, 4, 5, 6, 7);
        assertThat(sizes()).containsExactly("7", "6", "5", "4", "3");
        assertThat(model.countsProperty().get()).isEqualTo("7 trades");
        assertThat(model.coverageProperty().get()).isEqualTo("All since the opening");
        assertThat(model.summaryProperty().get()).contains("Buy", "7", "1,000.02");
    }

    @Test
    void pausedItStandsStillAndCountsWhatComes() {
        buy(1, 2, 3);
        model.pause(true);
        buy(4, 5);
        assertThat(sizes()).containsExactly("3", "2", "1");
        assertThat(model.waitingProperty().get()).startsWith("Paused · 2 new trades");

        model.choose(TradesSettings.DEFAULT.withLeast(2));
        assertThat(sizes()).containsExactly("3", "2");

        model.pause(false);
        assertThat(sizes()).containsExactly("5", "4", "3", "2");
        assertThat(model.countsProperty().get()).isEqualTo("4 trades · 1 hidden by filters");
        assertThat(model.waitingProperty().get()).isEmpty();
    }

    @Test
    void scrolledBackItStaysWhereItIs() {
        buy(1, 2, 3, 4, 5, 6, 7, 8, 9);
        model.scroll(2);
        assertThat(sizes()).containsExactly("7", "6", "5", "4", "3");
        buy(10, 11);
        assertThat(sizes()).containsExactly("7", "6", "5", "4", "3");
        assertThat(model.waitingProperty().get()).startsWith("2 new trades");
        model.scroll(100);
        assertThat(sizes()).containsExactly("5", "4", "3", "2", "1");
        model.scroll(-100);
        assertThat(sizes()).containsExactly("11", "10", "9", "8", "7");
        assertThat(model.awayProperty().get()).isFalse();
        model.oldest();
        assertThat(sizes()).containsExactly("5", "4", "3", "2", "1");
        model.backToLive();
        assertThat(sizes()).startsWith("11");
    }

    @Test
    void aLossIsARowOfItsOwnWithItsTradesAndPrice() {
        buy(1);
        market.lose(37);
        buy(2);
        assertThat(sizes()).hasSize(3).startsWith("2").endsWith("1");
        assertThat(sizes().get(1)).startsWith("37 contracts lost · 1 trade · average 1,000.0");
        assertThat(model.coverageProperty().get()).endsWith("37 contracts lost");
    }

    @Test
    void theRowOfALossTellsWhatCameLate() {
        buy(1, 2);
        Tick first = market.later(1).buy("1000.02", 3);
        Tick second = market.later(1).sell("1000.00", 4);
        buy(5);
        assertThat(sizes().get(1)).startsWith("7 contracts lost · 2 trades");
        assertThat(model.rows().get(1))
                .isInstanceOfSatisfying(
                        TradeRow.Remark.class, row -> assertThat(row.loss()).isTrue());

        instrument.apply(second);
        model.show(instrument.snapshot().orElseThrow());
        assertThat(sizes().get(0)).isEqualTo("4");
        assertThat(sizes().get(2)).isEqualTo("3 contracts lost · 1 trade · average 1,000.02");
        assertThat(model.coverageProperty().get()).endsWith("3 contracts lost");

        instrument.apply(first);
        model.show(instrument.snapshot().orElseThrow());
        assertThat(sizes()).startsWith("3", "4", "5", "7 contracts came late, nothing is lost here");
        assertThat(model.rows().get(3))
                .isInstanceOfSatisfying(
                        TradeRow.Remark.class, row -> assertThat(row.loss()).isFalse());
        assertThat(model.coverageProperty().get()).isEqualTo("All since the opening");
    }

    @Test
    void aSideThatALateRecordProvesIsFilteredByIt() {
        model.choose(TradesSettings.DEFAULT.withSides(TradesSettings.Sides.BUYERS));
        buy(1);
        instrument.apply(market.later(1).sell("1000.00", 1));
        Tick late = market.later(1).buy("1000.02", 2);
        // Sold at the ask: the quote names the wrong side while the totals leave it open.
        instrument.apply(market.later(1).quote("1000.00", "999.98").sell("1000.00", 2));
        model.show(instrument.snapshot().orElseThrow());
        assertThat(model.rows().getFirst())
                .isInstanceOfSatisfying(
                        TradeRow.Print.class, row -> assertThat(row.sideText()).isEqualTo("Buy?"));

        instrument.apply(late);
        model.show(instrument.snapshot().orElseThrow());
        assertThat(model.rows().getFirst()).isInstanceOfSatisfying(TradeRow.Print.class, row -> {
            assertThat(row.sideText()).isEqualTo("Buy");
            assertThat(row.late()).isTrue();
        });
        assertThat(model.rows()).allSatisfy(row -> {
            if (row instanceof TradeRow.Print print) {
                assertThat(print.sideText()).isNotEqualTo("Sell");
            }
        });
        assertThat(model.countsProperty().get()).isEqualTo("1 trade · 3 hidden by filters");
    }

    @Test
    void anotherCodeBeginsAnew() {
        buy(1, 2, 3);
        model.pause(true);
        model.await(new InstrumentCode("A01612"));
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyProperty().get()).isTrue();
        assertThat(model.pausedProperty().get()).isFalse();
        assertThat(model.summaryProperty().get()).isEqualTo("Waiting for the first trade");
        model.clear();
        assertThat(model.summaryProperty().get()).isEqualTo("Select a code");
    }

    /// It is no trade yet, and stands on top until the next one settles it.
    @Test
    void aDoubtfulRecordIsMarked() {
        buy(1, 2, 3, 4, 5, 6, 7);
        Tick tick = market.later(1).buy("1000.04", 8);
        instrument.apply(SampleTick.draftOf(tick)
                .set(Figure.VOLUME, tick.volume() + 5_000)
                .tick(tick.code(), tick.receivedAt(), tick.width(), WireText.of(tick.raw())));
        model.show(instrument.snapshot().orElseThrow());
        assertThat(sizes()).containsExactly("1,000.04 ? · 8 contracts – Doubtful, being checked", "7", "6", "5", "4");
        assertThat(model.summaryProperty().get())
                .isEqualTo("09:00:08 1,000.04 ? · 8 contracts – Doubtful, being checked");
        assertThat(model.countsProperty().get()).isEqualTo("7 trades");
        model.pause(true);
        assertThat(sizes()).as("standing still").containsExactly("7", "6", "5", "4", "3");
        model.backToLive();

        buy(9);
        assertThat(sizes()).containsExactly("9", "8", "7", "6", "5");
        assertThat(model.summaryProperty().get()).contains("1,000.02");
    }

    @Test
    void rowsGoToAnotherProgramAsText() {
        buy(4, 20);
        assertThat(model.asText().lines())
                .containsExactly("09:00:02\tBuy\t1,000.02\t20\t\t", "09:00:01\tAuct.\t1,000.02\t4\t\t");
    }
}
