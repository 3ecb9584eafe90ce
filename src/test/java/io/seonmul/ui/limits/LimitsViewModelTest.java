// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitsViewModelTest {

    private final LimitLog log = new LimitLog(LimitJournal.NONE, InstantSource.fixed(Instant.EPOCH), fresh -> {});
    private final LimitDesk desk = new LimitDesk(log, AlertSettings.DEFAULT, LimitDesk.Actions.NONE);
    private final LimitsViewModel model = new LimitsViewModel(desk, LimitsSettings.DEFAULT, new Words(Locale.ENGLISH));
    private final LimitsViewModel korean = new LimitsViewModel(desk, LimitsSettings.DEFAULT, new Words(Locale.KOREAN));
    private final LimitSessions session = new LimitSessions("A05612");

    @Test
    void nothingIsKnownBeforeTheFirstRecord() {
        assertThat(model.stagesProperty().get()).extracting(StageRow::name).containsExactly("±8%", "±15%", "±20%");
        assertThat(model.stagesProperty().get()).allMatch(row -> row.upper().equals(StageRow.Side.NOT_KNOWN));
        assertThat(model.upperProperty().get()).isEqualTo("–");
        assertThat(model.codeProperty().get()).isEqualTo("–");
        assertThat(model.consumptionProperty().get().most()).isNaN();
        assertThat(model.followingProperty().get().text()).isEqualTo("No band received");
    }

    @Test
    void eachStageHasItsDistanceInPointsTicksAndPercent() {
        model.show(session.walkTo(1010).snapshot());
        StageRow first = model.stagesProperty().get().getFirst();
        assertThat(first.upper()).isEqualTo(new StageRow.Side("1,080.00", "70.00", "3,500", "7.00", "35", false));
        assertThat(first.lower()).isEqualTo(new StageRow.Side("920.00", "90.00", "4,500", "9.00", "–", false));
        assertThat(model.stagesProperty().get().get(2).upper().price()).isEqualTo("1,200.00");
        assertThat(model.approachProperty().get()).isEqualTo("Nearest today +8%: 70.00 pt (7.00%) at 09:05:00");
    }

    @Test
    void aNearSideIsMarkedAndOneBehindIsNegative() {
        model.show(session.walkTo(1076).snapshot());
        assertThat(model.stagesProperty().get().getFirst().upper().near()).isTrue();
        assertThat(model.stagesProperty().get().getFirst().lower().near()).isFalse();
        model.show(session.walkTo(1090).snapshot());
        assertThat(model.stagesProperty().get().getFirst().upper().points()).isEqualTo("-10.00");
        assertThat(model.approachProperty().get()).isEqualTo("Today 10.00 pt beyond +8% (1.00%) at 09:45:00");
    }

    @Test
    void theBandIsShownWithItsCodeAsSentAndItsDistanceIsNoWarning() {
        model.show(session.snapshot());
        assertThat(model.upperProperty().get()).isEqualTo("1,010.00");
        assertThat(model.lowerProperty().get()).isEqualTo("990.00");
        assertThat(model.halfWidthProperty().get()).isEqualTo("10.00");
        assertThat(model.codeProperty().get()).isEqualTo("“2”");
        assertThat(model.quoteProperty().get()).isEqualTo(new LimitsViewModel.Note("Quotes inside the band", false));
        assertThat(model.followingProperty().get())
                .isEqualTo(new LimitsViewModel.Note("Band follows the price", false));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void aTouchedOrLeftBandIsAWarning() {
        model.show(session.quoteAtBand().snapshot());
        assertThat(model.quoteProperty().get()).isEqualTo(new LimitsViewModel.Note("Quote touches the band", true));
        model.show(session.bandLeftBehind().snapshot());
        assertThat(model.followingProperty().get()).isEqualTo(new LimitsViewModel.Note("Band does not follow", true));
    }

    @Test
    void anAbsentBandIsUnknown() {
        model.show(session.withoutBand().snapshot());
        assertThat(model.upperProperty().get()).isEqualTo("–");
        assertThat(model.codeProperty().get()).isEqualTo("–");
        assertThat(model.quoteProperty().get().text()).isEqualTo("Quote or band unknown");
        assertThat(model.followingProperty().get().text()).isEqualTo("No band received");
    }

    @Test
    void consumptionIsAShareOfTheHalfWidth() {
        model.show(session.jump(4).snapshot());
        assertThat(model.consumptionProperty().get().most()).isEqualTo(0.4);
        assertThat(model.consumptionProperty().get().print()).isEqualTo(0.2);
    }

    @Test
    void everyKindOfEventHasItsWordsInBothLanguages() {
        InstrumentSnapshot all = session.walkTo(1080)
                .walkTo(1000)
                .jump(4)
                .quoteAtBand()
                .bandLeftBehind()
                .code("3")
                .snapshot();
        List<LimitEvent> events = all.limitEvents();
        assertThat(events)
                .extracting(model::kind)
                .containsExactly(
                        "Near static stage +8%",
                        "Static stage +8% reached",
                        "Much of the band taken",
                        "Quote at the band",
                        "Band does not follow the price",
                        "Dynamic limit code changed");
        assertThat(events)
                .extracting(model::figure)
                .containsExactly("0.40% away", "", "40% of half width", "", "", "2 → 3");
        assertThat(events)
                .extracting(korean::kind)
                .containsExactly(
                        "가격제한 +8% 단계 근접",
                        "가격제한 +8% 단계 도달", "실시간 제한폭 급소진", "호가 실시간 제한폭 도달", "제한폭이 현재가를 따라가지 않음", "실시간 가격제한 코드 변경");
        assertThat(model.price(events.getFirst())).isEqualTo("1,076.00 · limit 1,080.00");
        assertThat(korean.severity(events.get(1).severity())).isEqualTo("경고");
    }

    @Test
    void anEntryIsReadAloudWithItsState() {
        log.take(session.walkTo(1080).snapshot());
        LimitEntry reached = log.entries().getFirst();
        assertThat(model.spoken(reached))
                .startsWith("Critical ")
                .contains("A05612 Static stage +8% reached")
                .endsWith("not acknowledged");
        log.acknowledge(reached);
        assertThat(korean.spoken(reached)).startsWith("경고").endsWith("확인함");
    }

    @Test
    void clearingLeavesNothingOfTheContractAndKeepsTheEvents() {
        InstrumentSnapshot snapshot = session.walkTo(1080).snapshot();
        log.take(snapshot);
        model.show(snapshot);
        model.clear();
        assertThat(model.snapshotProperty().get()).isEmpty();
        assertThat(model.upperProperty().get()).isEqualTo("–");
        assertThat(log.entries()).hasSize(2);
    }

    @Test
    void anAlertTouchedInsideAnOutageSaysInWhich() {
        AlertRule rule = AlertRule.lastCrosses(new InstrumentCode("A05612"), Price.parse("1080.30"));
        LimitEvent event = new LimitEvent(
                1,
                new InstrumentCode("A05612"),
                LocalTime.of(10, 3, 4),
                Instant.EPOCH,
                LimitEvent.Kind.ALERT,
                LimitEvent.Severity.WARNING,
                Price.parse("1080.10"),
                Optional.empty(),
                1080.3,
                "10:01:02-10:03:04",
                0,
                Optional.of(rule),
                "");
        assertThat(model.outage(event)).isEqualTo("within the outage 10:01:02-10:03:04");
        assertThat(korean.outage(event)).isEqualTo("수신 공백 10:01:02-10:03:04 중");
        assertThat(model.figure(event)).as("its level is the rule's").isEqualTo("touched");
        assertThat(korean.figure(event)).isEqualTo("도달");
        assertThat(model.price(event)).as("where it was afterwards").isEqualTo("1,080.10");
        assertThat(model.spoken(new LimitEntry(1, event))).contains("within the outage 10:01:02-10:03:04");
        LimitSessions stages = new LimitSessions("A05612").walkTo(1076);
        assertThat(stages.snapshot().limitEvents())
                .isNotEmpty()
                .allMatch(seen -> model.outage(seen).isEmpty());
    }
}
