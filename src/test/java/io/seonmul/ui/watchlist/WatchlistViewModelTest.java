// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.TradingCalendar.Phase;
import io.seonmul.protocol.TickField;
import io.seonmul.session.CodeState;
import io.seonmul.session.LatencyBound;
import io.seonmul.session.MarketToday;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.StagedCodes;
import io.seonmul.ui.fx.Formats;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Depth, columns, ranking and light of the watchlist, without a toolkit.
final class WatchlistViewModelTest {

    private static final List<InstrumentCode> CODES = StagedWatchlist.codes("A01612", "A05612", "A06612", "A01703");
    private static final DemoMarket MARKET = new DemoMarket(7, CODES);

    private StagedWatchlist staged = new StagedWatchlist(Locale.KOREAN, CODES, WatchlistSettings.DEFAULT);

    @BeforeAll
    static void trade() {
        MARKET.run(Duration.ofMinutes(10));
    }

    private WatchColumn column(String key) {
        return staged.model.columns().listed().stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return staged.model.rows().stream().map(row -> row.code().text()).toList();
    }

    private String text(String key, int row) {
        return column(key).of(staged.model.rows().get(row), staged.model.now()).text();
    }

    @Test
    void aNewCodeIsAskedForWithItsDepthUnlessTheUserDroppedIt() {
        staged.model.selectedProperty().set(Optional.of(CODES.get(2)));
        staged.model.toggleDepth();
        assertThat(staged.asked).containsExactly("no depth A06612");
        assertThat(staged.model.settingsProperty().get().withoutDepth()).containsExactly(CODES.get(2));

        WatchlistViewModel.Removal removal = staged.model.removeSelected().orElseThrow();
        assertThat(staged.model.restore(removal)).isInstanceOf(Addition.Added.class);
        assertThat(staged.model.add("A05701")).isInstanceOf(Addition.Added.class);
        assertThat(staged.asked)
                .contains("watch A06612", "watch A05701", "depth A05701")
                .doesNotContain("depth A06612");

        staged.model.selectedProperty().set(Optional.of(CODES.get(2)));
        staged.model.toggleDepth();
        assertThat(staged.asked).last().isEqualTo("depth A06612");
        assertThat(staged.model.settingsProperty().get().withoutDepth()).isEmpty();
    }

    @Test
    void theQuotaTellsTradesAndDepthApartAndWhatHasNoRoom() {
        staged.status();
        assertThat(staged.model.quotaProperty().get().text()).isEqualTo("체결 4 + 호가 4 / 41");
        assertThat(staged.model.quotaProperty().get().isShort()).isFalse();

        staged.depths.put(CODES.get(0), StagedCodes.NO_ROOM);
        staged.depths.put(CODES.get(1), new CodeState.Refused("OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"));
        staged.codes.put(CODES.get(3), new CodeState.Refused("OPSP8992", "SUBSCRIBE ERROR : invalid tr_key"));
        staged.status();
        Quota quota = staged.model.quotaProperty().get();
        assertThat(quota.text()).isEqualTo("체결 3 + 호가 2 / 41");
        assertThat(quota.isShort()).isTrue();
        assertThat(quota.explanation()).contains("2개");
        assertThat(text("DEPTH_STATE", 0)).isEqualTo("호가 대기");
        assertThat(text("DEPTH_STATE", 1)).isEqualTo("호가 거부");
    }

    @Test
    void rowsAreRankedAtMostEveryThreeSecondsAndNeverUnderThePointer() {
        staged.model.columns().sort(column("ACML_VOL"));
        assertThat(shown()).as("nothing is known yet").containsExactly("A01612", "A05612", "A06612", "A01703");

        staged.show(MARKET.snapshots());
        assertThat(shown()).as("three seconds are not over").containsExactly("A01612", "A05612", "A06612", "A01703");
        staged.model.hold(true);
        staged.pass(Ranking.INTERVAL);
        staged.model.paintNow();
        assertThat(shown()).as("pointed at").containsExactly("A01612", "A05612", "A06612", "A01703");
        staged.model.hold(false);
        staged.model.paintNow();
        List<Double> volumes = staged.model.rows().stream()
                .map(row ->
                        column("ACML_VOL").of(row, staged.model.now()).amount().orElseThrow())
                .toList();
        assertThat(volumes).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(shown()).last().isEqualTo("A01703");
        assertThat(staged.model.codes()).as("the user's own order").isEqualTo(CODES);

        staged.model.columns().sort(column("ACML_VOL"));
        assertThat(shown()).as("a click ranks at once").first().isEqualTo("A01703");
        staged.model.moveSelected(1);
        assertThat(staged.model.codes()).as("ranked rows are not moved by hand").isEqualTo(CODES);
        staged.model.columns().sort(column("ACML_VOL"));
        assertThat(staged.model.settingsProperty().get().sorting()).isEmpty();
        assertThat(shown()).containsExactly("A01612", "A05612", "A06612", "A01703");
    }

    @Test
    void whatIsNotKnownComesLastEitherWay() {
        staged.show(MARKET.snapshots());
        assertThat(staged.model.add("A04612")).isInstanceOf(Addition.Added.class);
        staged.model.columns().sort(column("VWAP"));
        assertThat(shown()).last().isEqualTo("A04612");
        staged.model.columns().sort(column("VWAP"));
        assertThat(shown()).last().isEqualTo("A04612");
        staged.model.columns().unsort();
        staged.model.columns().sort(column("NAME"));
        assertThat(staged.model.columns().isDescending()).isFalse();
    }

    @Test
    void aRemovedRowLeavesTheSelectionToTheOneBelowAsShown() {
        staged.show(MARKET.snapshots());
        staged.model.columns().sort(column("NAME"));
        staged.model.columns().sort(column("NAME"));
        List<String> before = shown();
        staged.model.selectedProperty().set(Optional.of(new InstrumentCode(before.get(1))));
        staged.model.select(1);
        assertThat(staged.model.selectedProperty().get()).contains(new InstrumentCode(before.get(2)));
        staged.model.removeSelected();
        assertThat(staged.model.selectedProperty().get()).contains(new InstrumentCode(before.get(3)));
    }

    @Test
    void whatIsTypedMayBeACodeOrWordsOfANameAndAMonth() {
        assertThat(suggested("A0561")).startsWith("A05612").allMatch(code -> code.startsWith("A0561"));
        assertThat(suggested("미니")).startsWith("A05612").allMatch(code -> code.startsWith("A05"));
        assertThat(suggested("미니 1월")).containsExactly("A05701");
        assertThat(suggested("kosdaq march")).startsWith("A06703");
        assertThat(suggested("코스닥 nonsense")).isEmpty();
        assertThat(suggested("  ")).isEmpty();
    }

    private List<String> suggested(String typed) {
        return staged.model.suggest(typed).stream()
                .map(suggestion -> suggestion.code().text())
                .toList();
    }

    @Test
    void columnsAreFoundChosenMovedAndRemembered() {
        ColumnsViewModel columns = staged.model.columns();
        assertThat(columns.listed())
                .extracting(WatchColumn::key)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(80);
        columns.search("미결제 otst");
        assertThat(columns.listed())
                .isNotEmpty()
                .allMatch(column -> column.explanation().contains("미결제"));
        columns.search("no such column");
        assertThat(columns.listed()).isEmpty();
        columns.search("");

        columns.toggle(column("CTTR"));
        columns.moveTo(column("CTTR"), 0);
        columns.move(column("FUTS_PRPR"), 99);
        columns.toggle(column("SPARKLINE"));
        List<String> kept = staged.model.settingsProperty().get().columns();
        assertThat(kept).startsWith("CTTR").endsWith("FUTS_PRPR").doesNotContain("SPARKLINE");

        staged = new StagedWatchlist(
                Locale.ENGLISH,
                CODES,
                staged.model.settingsProperty().get().withColumns(List.of("CTTR", "FROM_A_LATER_VERSION", "VWAP")));
        assertThat(staged.model.columns().chosenProperty().get())
                .extracting(WatchColumn::key)
                .containsExactly("CTTR", "VWAP");
        staged.model.columns().reset();
        assertThat(staged.model.settingsProperty().get().columns()).isEqualTo(WatchlistSettings.DEFAULT.columns());
    }

    @Test
    void everyColumnSaysSomethingOrThatItIsNotKnown() {
        for (WatchColumn column : staged.model.columns().listed()) {
            if (column.group() != WatchColumn.Group.HEALTH && !column.key().equals("NAME")) {
                assertThat(column.of(staged.model.rows().getFirst(), staged.model.now())
                                .text())
                        .as(column.key())
                        .isIn(Formats.NOT_KNOWN, "");
            }
        }
        staged.show(MARKET.snapshots());
        assertThat(text("NMSC_FCTN_STPL_PRC", 0)).isEqualTo(Formats.NOT_KNOWN);
        assertThat(text("OPRC_HOUR", 0)).isEqualTo(Formats.NOT_KNOWN);
        assertThat(text("BSOP_HOUR", 0)).matches("08:5\\d:\\d\\d");
        assertThat(text("PRDY_VRSS_SIGN", 0)).containsAnyOf("2 ▲", "5 ▼", "3");
        assertThat(text("VWAP", 0)).matches("1,0\\d\\d\\.\\d\\d");
        assertThat(text("COMPLETENESS", 0)).isEqualTo("100%");
        assertThat(text("SPREAD_TICKS", 0)).matches("[1-9]");
        assertThat(text("DEPTH_ASK", 0)).isEqualTo(Formats.NOT_KNOWN);
    }

    @Test
    void aDelayIsToldOnlyOfADayThatIsTheRealOne() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.between(LocalTime.of(8, 44), LocalTime.of(10, 29, 59)));
        staged.show(market.snapshots());
        assertThat(text("DELAY", 0)).isEqualTo(Formats.NOT_KNOWN);
        staged.latency = Optional.of(new LatencyBound(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO));
        staged.status();
        assertThat(text("DELAY", 0)).matches("\\d\\.0–\\d\\.0");
    }

    @Test
    void aPriceIsLitForAMomentAndAtMostOnceASecond() {
        DemoMarket market = new DemoMarket(3, CODES);
        market.run(Duration.ofMinutes(2));
        staged.show(market.snapshots());
        WatchRow row = staged.model.rows().get(1);
        assertThat(row.flash()).as("the first price is no change").isZero();

        int lights = 0;
        boolean lit = false;
        for (int tenth = 0; tenth < 100; tenth++) {
            market.run(Duration.ofMillis(100));
            market.snapshots().forEach(staged.model::show);
            staged.pass(Duration.ofMillis(100));
            boolean more = staged.model.paint();
            assertThat(more || row.flash() == 0).isTrue();
            lights += row.flash() != 0 && !lit ? 1 : 0;
            lit = row.flash() != 0;
        }
        assertThat(lights).isBetween(3, 10);
        staged.pass(Duration.ofSeconds(1));
        staged.model.paintNow();
        staged.pass(Duration.ofSeconds(1));
        staged.model.paintNow();
        assertThat(row.flash()).isZero();
    }

    @Test
    void anExpiredCodeIsNamedAsSuchBeforeItIsAdded() {
        int before = staged.model.codes().size();

        assertThat(staged.model.add("ㅁ01512"))
                .isEqualTo(new Addition.Expired(new InstrumentCode("A01512"), Optional.of(LocalDate.of(2025, 12, 11))));
        assertThat(staged.model.codes()).hasSize(before);
        assertThat(staged.model.add("A01512")).isInstanceOf(Addition.Added.class);
        assertThat(staged.model.codes()).hasSize(before + 1);
    }

    /// The computer's clock may be weeks behind.
    @Test
    void whetherACodeHasExpiredIsTheExchangesDay() {
        InstrumentCode december = new InstrumentCode("A01612");
        assertThat(staged.model.hasExpired(december)).isFalse();
        staged.market = new MarketToday(
                Optional.of(LocalDate.of(2026, 12, 11)), Phase.CONTINUOUS, Optional.empty(), Duration.ZERO);
        staged.status();
        assertThat(staged.model.hasExpired(december)).isTrue();
        assertThat(staged.model.suggest("A01")).extracting(Suggestion::code).doesNotContain(december);
    }

    @Test
    void aFieldWithoutAValueIsNotKnownHoweverItIsSpelled() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(10));
        for (String none : List.of("", "null", "nan", "-nan(ind)", "-", " ", "-1.#IND", "inf")) {
            market.sendAgain(CODES.getFirst(), TickField.HTS_THPR, none);
            staged.show(market.snapshots());
            assertThat(text("HTS_THPR", 0)).as("'%s'", none).isEqualTo(Formats.NOT_KNOWN);
        }
        assertThat(text("OTST_STPL_QTY_ICDC", 0)).isNotEqualTo(Formats.NOT_KNOWN);
        market.sendAgain(CODES.getFirst(), TickField.HTS_OTST_STPL_QTY, "0");
        staged.show(market.snapshots());
        for (String field : List.of("HTS_OTST_STPL_QTY", "OTST_STPL_QTY_ICDC", "OTST_STPL_RGBF_QTY_ICDC")) {
            assertThat(text(field, 0)).as(field).isEqualTo(Formats.NOT_KNOWN);
        }
    }

    @Test
    void whatACorrectionHidesIsNotCalledComplete() {
        staged.show(MARKET.snapshots());
        assertThat(text("COMPLETENESS", 0)).isEqualTo("100%");
        staged.show(List.of(SyntheticTicks.corrected("A01612").snapshot().orElseThrow()));
        WatchValue complete = column("COMPLETENESS").of(staged.model.rows().getFirst(), staged.model.now());
        assertThat(complete.text()).isEqualTo("≤ 100%");
        assertThat(complete.tone()).isEqualTo(WatchValue.Tone.DOUBTFUL);
        assertThat(text("COMPLETENESS", 1)).isEqualTo("100%");
    }

    @Test
    void aDoubtfulRecordSaysWhatContradictsIt() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(10));
        staged.show(market.snapshots());
        assertThat(text("DOUBTS", 0)).isEqualTo("없음");
        String flowing = text("STATE", 0);

        market.glitch(CODES.getFirst());
        staged.show(market.snapshots());
        WatchValue doubts = column("DOUBTS").of(staged.model.rows().getFirst(), staged.model.now());
        assertThat(doubts.text()).isEqualTo("? 누적 거래대금, 구분 없는 수량");
        assertThat(doubts.tone()).isEqualTo(WatchValue.Tone.DOUBTFUL);
        assertThat(text("STATE", 0)).isEqualTo("의심 체결");
        assertThat(text("STATE", 1)).isEqualTo(flowing);

        market.run(Duration.ofMinutes(1));
        staged.show(market.snapshots());
        assertThat(text("DOUBTS", 0)).isEqualTo("없음");
        assertThat(text("STATE", 0)).isEqualTo(flowing);
    }
}
