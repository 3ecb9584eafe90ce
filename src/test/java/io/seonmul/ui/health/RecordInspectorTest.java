// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The record inspector shows what the wire sent, no more and no less.
final class RecordInspectorTest {

    private final RecordInspector inspector = new RecordInspector();
    private final HealthFeed feed = HealthFeed.fromTheOpening().run(Duration.ofMinutes(3));

    private FieldRow.Content at(int index) {
        return inspector.rows().get(index).contentProperty().get();
    }

    private FieldRow.Content of(TickField field) {
        return at(TickField.WIRE_ORDER.indexOf(field));
    }

    @Test
    void everyFieldIsShownInWireOrderExactlyAsSent() {
        inspector.show(feed.snapshot());

        assertThat(inspector.rows()).hasSize(50);
        assertThat(inspector.rows())
                .extracting(row -> row.contentProperty().get().text())
                .containsExactly(feed.newest().split("\\^", -1));
        assertThat(inspector.rows())
                .extracting(row -> row.field().orElseThrow())
                .isEqualTo(TickField.WIRE_ORDER);
    }

    @Test
    void theRecordBeforeIsTheOneBeforeAndWhatDiffersIsMarked() {
        String before = feed.newest();
        feed.buyOne(List.of(TickField.FUTS_BIDP1, TickField.DYNM_PRC_LIMT_YN), List.of("1.02", "A"), "");
        inspector.show(feed.snapshot());

        assertThat(inspector.rows())
                .extracting(row -> row.contentProperty().get().previous().orElseThrow())
                .containsExactly(before.split("\\^", -1));
        assertThat(of(TickField.ACML_VOL).change()).isEqualTo(FieldRow.Change.UP);
        assertThat(of(TickField.FUTS_BIDP1).change()).isEqualTo(FieldRow.Change.DOWN);
        assertThat(of(TickField.DYNM_PRC_LIMT_YN).change()).isEqualTo(FieldRow.Change.OTHER);
        assertThat(of(TickField.FUTS_OPRC).change()).isEqualTo(FieldRow.Change.NONE);
    }

    @Test
    void theRecordThatCausedAnEventIsHeldUntilTheUserGoesOn() {
        String cause = feed.newest();
        inspector.show(feed.snapshot());
        LimitEvent event = new LimitEvent(
                1,
                new InstrumentCode(HealthFeed.MINI),
                LocalTime.of(8, 48),
                Instant.EPOCH,
                LimitEvent.Kind.BAND_CONSUMED,
                LimitEvent.Severity.WARNING,
                Price.parse("1080.00"),
                Optional.empty(),
                31,
                "",
                0,
                Optional.empty(),
                cause);
        feed.buyOne(List.of(), List.of(), "");
        inspector.show(feed.snapshot());

        inspector.showCause(event);
        feed.buyOne(List.of(), List.of(), "");
        inspector.show(feed.snapshot());

        assertThat(inspector.pausedProperty().get()).isTrue();
        assertThat(inspector.shownProperty().get().orElseThrow().cause()).contains(event);
        assertThat(inspector.rows())
                .extracting(row -> row.contentProperty().get().text())
                .containsExactly(cause.split("\\^", -1));
        assertThat(of(TickField.ACML_VOL).previous())
                .as("the record before it is not known")
                .isEmpty();

        inspector.show(feed.snapshot());
        assertThat(inspector.cameSinceProperty().get()).isEqualTo(1);
        inspector.pausedProperty().set(false);
        assertThat(of(TickField.ACML_VOL).text())
                .isEqualTo(feed.newest().split("\\^", -1)[TickField.WIRE_ORDER.indexOf(TickField.ACML_VOL)]);
    }

    @Test
    void theVeryFirstRecordHasNoneBeforeIt() {
        inspector.show(new HealthFeed(HealthFeed.MINI, LocalTime.of(8, 44))
                .receive(feed.newest())
                .snapshot());

        assertThat(of(TickField.ACML_VOL).previous()).isEmpty();
        assertThat(inspector.rows()).allMatch(row -> row.contentProperty().get().change() == FieldRow.Change.NONE);
    }

    @Test
    void whatTheFeedHasNotIsCalledSo() {
        feed.buyOne(
                List.of(TickField.DPRT, TickField.SPEAD_PRC, TickField.FUTS_ASKP1, TickField.CTTR),
                List.of("nan", "", "0.00", "-nan"),
                "");
        inspector.show(feed.snapshot());

        assertThat(of(TickField.OPRC_HOUR).absence()).contains(Absence.NO_TIME);
        assertThat(of(TickField.HGPR_HOUR).absence()).contains(Absence.NO_TIME);
        assertThat(of(TickField.LWPR_HOUR).absence()).contains(Absence.NO_TIME);
        assertThat(of(TickField.NMSC_FCTN_STPL_PRC).absence()).contains(Absence.OUTRIGHT);
        assertThat(of(TickField.FMSC_FCTN_STPL_PRC).absence()).contains(Absence.OUTRIGHT);
        assertThat(of(TickField.DPRT).absence()).contains(Absence.NAN);
        assertThat(of(TickField.CTTR).absence()).contains(Absence.NAN);
        assertThat(of(TickField.SPEAD_PRC).absence()).contains(Absence.EMPTY);
        assertThat(of(TickField.FUTS_ASKP1).absence()).contains(Absence.NO_PRICE);
        assertThat(of(TickField.FUTS_ASKP1).change())
                .as("no price is not a lower one")
                .isEqualTo(FieldRow.Change.OTHER);
        assertThat(of(TickField.OPRC_HOUR).previousAbsence()).contains(Absence.NO_TIME);
        assertThat(of(TickField.DSCS_BLTR_ACML_QTY).absence()).isEmpty();
        assertThat(Absence.of(TickField.BSOP_HOUR, "000000", false))
                .as("midnight")
                .isEmpty();
        assertThat(Absence.of(TickField.OPRC_HOUR, "084500", false)).isEmpty();
        assertThat(Absence.of(TickField.NMSC_FCTN_STPL_PRC, "0.00", true)).isEmpty();
    }

    @Test
    void fieldsThatKisAppendsGetRowsOfTheirOwnAndLoseThemAgain() {
        feed.buyOne(List.of(), List.of(), "^새^17");
        inspector.show(feed.snapshot());
        assertThat(inspector.rows()).hasSize(52);
        assertThat(at(50).text()).isEqualTo("새");
        assertThat(at(51).text()).isEqualTo("17");
        assertThat(at(51).previous()).isEmpty();

        feed.run(Duration.ofSeconds(30));
        inspector.show(feed.snapshot());
        assertThat(inspector.rows()).hasSize(50);
    }

    @Test
    void aHeldRecordStaysAndWhatCameIsCounted() {
        inspector.show(feed.snapshot());
        String held = feed.newest();
        long version = feed.snapshot().version();
        inspector.pausedProperty().set(true);

        feed.run(Duration.ofSeconds(30));
        inspector.show(feed.snapshot());
        assertThat(inspector.rows())
                .extracting(row -> row.contentProperty().get().text())
                .containsExactly(held.split("\\^", -1));
        assertThat(inspector.cameSinceProperty().get())
                .isEqualTo(feed.snapshot().version() - version)
                .isPositive();

        RecordInspector inOtherLanguage = new RecordInspector();
        inOtherLanguage.takeOver(inspector);
        assertThat(inOtherLanguage.pausedProperty().get()).isTrue();
        assertThat(inOtherLanguage.cameSinceProperty().get())
                .isEqualTo(inspector.cameSinceProperty().get());
        assertThat(inOtherLanguage.shownProperty().get())
                .isEqualTo(inspector.shownProperty().get());

        inspector.pausedProperty().set(false);
        assertThat(inspector.cameSinceProperty().get()).isZero();
        assertThat(inspector.rows())
                .extracting(row -> row.contentProperty().get().text())
                .containsExactly(feed.newest().split("\\^", -1));
    }

    @Test
    void fieldsAreFoundByWireKoreanOrEnglishNameOrIndex() {
        assertThat(found("acml_vol")).containsExactly(TickField.ACML_VOL, TickField.PRDY_VOL_VRSS_ACML_VOL_RATE);
        assertThat(found("체결강도")).containsExactly(TickField.CTTR);
        assertThat(found(" dynamic ")).hasSize(3).contains(TickField.DYNM_MXPR);
        assertThat(found("46")).containsExactly(TickField.DSCS_BLTR_ACML_QTY);
        assertThat(found("no such field")).isEmpty();
        assertThat(found("")).hasSize(50);
    }

    private List<TickField> found(String text) {
        inspector.filterProperty().set(text);
        return inspector.rows().stream()
                .map(FieldRow::field)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void onlyFieldsThatDifferAreWrittenAgain() {
        inspector.show(feed.snapshot());
        List<Integer> written = new ArrayList<>();
        inspector
                .rows()
                .forEach(row -> row.contentProperty().addListener((property, before, now) -> written.add(row.index())));
        inspector.show(feed.snapshot());
        assertThat(written).isEmpty();

        feed.buyOne(List.of(), List.of(), "");
        inspector.show(feed.snapshot());
        assertThat(written)
                .contains(TickField.WIRE_ORDER.indexOf(TickField.ACML_VOL))
                .doesNotContain(TickField.WIRE_ORDER.indexOf(TickField.FUTS_SHRN_ISCD));
    }
}
