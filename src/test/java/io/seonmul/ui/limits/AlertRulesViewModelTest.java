// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.AlertRule.Condition;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.LimitEvent.Severity;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertRulesViewModel.Draft;
import io.seonmul.ui.limits.AlertRulesViewModel.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlertRulesViewModelTest {
    private static final InstrumentCode MINI = new InstrumentCode("A05612");

    private final LimitDesk desk = new LimitDesk(
            new LimitLog(LimitJournal.NONE, InstantSource.fixed(Instant.EPOCH), fresh -> {}),
            AlertSettings.DEFAULT,
            LimitDesk.Actions.NONE);
    private final AlertRulesViewModel model =
            new AlertRulesViewModel(desk, List.of(MINI), Optional.of(MINI), new Words(Locale.ENGLISH));

    private static Draft draft(AlertFigure figure, Condition condition, String value, String seconds, String pause) {
        return new Draft(
                Optional.empty(),
                Optional.of(MINI),
                Optional.of(figure),
                condition,
                value,
                seconds,
                true,
                pause,
                Severity.WARNING);
    }

    @Test
    void figuresAreFoundByKoreanEnglishAndWireName() {
        assertThat(model.search("")).hasSize(AlertFigure.values().length);
        assertThat(model.search("미결제 증감"))
                .contains(AlertFigure.OPEN_INTEREST_CHANGE, AlertFigure.OPEN_INTEREST_STEP)
                .doesNotContain(AlertFigure.OPEN_INTEREST);
        assertThat(model.search("last price")).containsExactly(AlertFigure.LAST);
        assertThat(model.search("acml_vol")).contains(AlertFigure.VOLUME);
        assertThat(model.search("VWAP 대비")).contains(AlertFigure.VWAP_DISTANCE);
        assertThat(model.search("체결강도")).containsExactly(AlertFigure.STRENGTH);
        assertThat(model.search("no such thing")).isEmpty();
    }

    @Test
    void everyFigureAndConditionHasItsWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            AlertTexts texts = new AlertTexts(new Words(locale));
            for (AlertFigure figure : AlertFigure.values()) {
                assertThat(texts.name(figure)).isNotBlank();
                for (Condition condition : Condition.values()) {
                    AlertRule rule = new AlertRule(
                            "r",
                            Optional.empty(),
                            figure,
                            condition,
                            1,
                            condition.isChange() ? 5 : 0,
                            true,
                            60,
                            Severity.NOTICE,
                            true);
                    assertThat(texts.describe(rule))
                            .contains(texts.name(figure))
                            .contains("1");
                }
            }
        }
        assertThat(new AlertTexts(new Words(Locale.KOREAN))
                        .describe(AlertRule.lastCrosses(MINI, Price.parse("1080.30"))))
                .isEqualTo("선물 현재가 1,080.30pt 돌파");
    }

    @Test
    void aDraftThatMakesNoSenseSaysWhatIsWrong() {
        Draft noFigure = new Draft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Condition.CROSSES,
                "1",
                "5",
                true,
                "60",
                Severity.NOTICE);
        assertThat(model.save(noFigure)).contains(Problem.NO_FIGURE);
        assertThat(model.save(draft(AlertFigure.LAST, Condition.CROSSES, "high", "5", "60")))
                .contains(Problem.NO_VALUE);
        assertThat(model.save(draft(AlertFigure.LAST, Condition.RISES_BY, "0", "5", "60")))
                .contains(Problem.NO_CHANGE);
        assertThat(model.save(draft(AlertFigure.LAST, Condition.CROSSES, "1080.305", "5", "60")))
                .contains(Problem.TOO_FINE);
        assertThat(model.save(draft(AlertFigure.VOLUME, Condition.CROSSES, "10.5", "5", "60")))
                .contains(Problem.TOO_FINE);
        assertThat(model.save(draft(AlertFigure.LAST, Condition.RISES_BY, "1", "3601", "60")))
                .contains(Problem.BAD_SECONDS);
        assertThat(model.save(draft(AlertFigure.LAST, Condition.CROSSES, "1", "", "0")))
                .contains(Problem.BAD_COOL_DOWN);
        assertThat(desk.rules()).isEmpty();
        Draft tooFine = draft(AlertFigure.LAST, Condition.CROSSES, "1.234", "", "60");
        assertThat(model.say(Problem.TOO_FINE, tooFine)).isEqualTo("This figure has 2 decimals.");
        assertThat(model.say(Problem.BAD_SECONDS, tooFine)).isEqualTo("The seconds must be 1 to 3,600.");
    }

    @Test
    void aRuleIsMadeChangedSwitchedAndRemoved() {
        assertThat(model.save(draft(AlertFigure.LAST, Condition.CROSSES, " 1,080.30 ", "x", "30")))
                .isEmpty();
        assertThat(model.save(draft(AlertFigure.SIZE, Condition.AT_LEAST, "100", "", "60")))
                .isEmpty();
        assertThat(desk.rules()).extracting(AlertRule::value).containsExactly(1080.3, 100.0);
        assertThat(desk.rules()).extracting(AlertRule::id).doesNotHaveDuplicates();
        model.edit(desk.rules().getFirst());
        Draft editing = model.draftProperty().get();
        assertThat(editing.value()).isEqualTo("1,080.30");
        assertThat(model.save(editing)).isEmpty();
        assertThat(model.rules()).hasSize(2);
        model.setEnabled(model.rules().getLast(), false);
        assertThat(model.remark(model.rules().getLast())).isEqualTo("A05612 · Warning · again after 60 s");
        assertThat(desk.rules().getLast().enabled()).isFalse();
        model.remove(model.rules().getFirst());
        assertThat(model.rules()).extracting(AlertRule::figure).containsExactly(AlertFigure.SIZE);
    }

    @Test
    void aRuleThatIsToldOnceIsOffWhenItWasTold() {
        Draft once = new Draft(
                Optional.empty(),
                Optional.empty(),
                Optional.of(AlertFigure.LAST),
                Condition.CROSSES,
                "1000",
                "",
                false,
                "60",
                Severity.NOTICE);
        model.save(once);
        AlertRule rule = desk.rules().getFirst();
        desk.told(List.of(new LimitEvent(
                1,
                MINI,
                LocalTime.NOON,
                Instant.EPOCH,
                LimitEvent.Kind.ALERT,
                Severity.NOTICE,
                Price.parse("1000.00"),
                Optional.empty(),
                1000,
                "",
                0,
                Optional.of(rule),
                "raw")));
        assertThat(desk.rules()).containsExactly(rule.withEnabled(false));
    }
}
