// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.SampleSession;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The panel in each state, for a person to look at; no text may be cut off at its usual size.
final class LimitsPicturesTest {

    private final LimitLog log = new LimitLog(LimitJournal.NONE, InstantSource.fixed(Instant.EPOCH), fresh -> {});
    private final LimitDesk desk = new LimitDesk(log, AlertSettings.DEFAULT, LimitDesk.Actions.NONE);

    private Parent snap(
            Optional<InstrumentSnapshot> snapshot,
            LimitsSettings.Page page,
            Locale locale,
            Theme theme,
            int width,
            int height,
            String name) {
        Words words = new Words(locale);
        Parent root = Pictures.onFx(() -> {
            LimitsViewModel model = new LimitsViewModel(desk, new LimitsSettings(page), words);
            Parent loaded = ViewLoader.load(new LimitsView(model, words), words);
            snapshot.ifPresent(now -> {
                log.take(now);
                model.show(now);
            });
            return loaded;
        });
        Pictures.snap(root, width, height, theme, "limits-" + name);
        return root;
    }

    private void small(InstrumentSnapshot snapshot, LimitsSettings.Page page, String name) {
        assertThat(cut(snap(Optional.of(snapshot), page, Locale.KOREAN, Theme.LIGHT, 400, 310, name + "-ko-light")))
                .isEmpty();
        assertThat(cut(snap(Optional.of(snapshot), page, Locale.ENGLISH, Theme.DARK, 400, 310, name + "-en-dark")))
                .isEmpty();
    }

    /// Labels whose text is shortened in the layout.
    private static List<String> cut(Parent root) {
        return Pictures.onFx(() -> root.lookupAll(".label").stream()
                .filter(node -> node instanceof Labeled && shown(node))
                .map(Labeled.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text text
                        && !label.getText().equals(text.getText()))
                .map(Labeled::getText)
                .toList());
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void ofALivelyDay() {
        InstrumentSnapshot day = SampleSession.of("A05612", LocalTime.of(8, 45), Duration.ofMinutes(40));
        small(day, LimitsSettings.Page.LIMITS, "live");
        assertThat(cut(snap(
                        Optional.of(day),
                        LimitsSettings.Page.LIMITS,
                        Locale.KOREAN,
                        Theme.DARK,
                        640,
                        640,
                        "live-tall-ko-dark")))
                .isEmpty();
    }

    @Test
    void ofNothing() {
        snap(Optional.empty(), LimitsSettings.Page.LIMITS, Locale.KOREAN, Theme.LIGHT, 400, 310, "empty-ko-light");
        snap(
                Optional.empty(),
                LimitsSettings.Page.EVENTS,
                Locale.ENGLISH,
                Theme.DARK,
                420,
                300,
                "empty-events-en-dark");
        snap(
                Optional.empty(),
                LimitsSettings.Page.LIMITS,
                Locale.ENGLISH,
                Theme.LIGHT,
                420,
                600,
                "empty-tall-en-light");
    }

    @Test
    void nearAStageAndAtIt() {
        small(new LimitSessions("A05612").walkTo(1076.4).snapshot(), LimitsSettings.Page.LIMITS, "near-stage");
        small(new LimitSessions("A01612").walkTo(920).snapshot(), LimitsSettings.Page.LIMITS, "at-stage");
        small(new LimitSessions("A06612").walkTo(1100).snapshot(), LimitsSettings.Page.LIMITS, "beyond-stage");
    }

    @Test
    void asSmallAsInASmallWindow() {
        InstrumentSnapshot now = new LimitSessions("A01612").walkTo(1051).snapshot();
        for (int[] size : new int[][] {{400, 310}, {356, 240}, {330, 200}}) {
            for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
                String name = "sidecar-" + size[0] + "-" + locale.getLanguage();
                assertThat(cut(snap(
                                Optional.of(now),
                                LimitsSettings.Page.LIMITS,
                                locale,
                                Theme.LIGHT,
                                size[0],
                                size[1],
                                name)))
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void ofABandConsumedTouchedAndLeft() {
        InstrumentSnapshot consumed = new LimitSessions("A05612")
                .jump(4)
                .jump(-7)
                .quoteAtBand()
                .bandLeftBehind()
                .code("3")
                .snapshot();
        small(consumed, LimitsSettings.Page.LIMITS, "band-left");
        small(consumed, LimitsSettings.Page.EVENTS, "band-events");
        small(new LimitSessions("A01612").withoutBand().snapshot(), LimitsSettings.Page.LIMITS, "no-band");
    }

    @Test
    void ofThirtyEventsOfWhichSomeAreAcknowledged() {
        for (String code : List.of("A05612", "A04612", "A05601")) {
            LimitSessions session = new LimitSessions(code);
            for (int i = 0; i < 4; i++) {
                session.jump(3 + i).walkTo(1076).walkTo(1000);
            }
            log.take(session.walkTo(1080).snapshot());
        }
        assertThat(log.entries()).hasSize(30);
        for (int i = 0; i < 30; i += i < 6 ? 2 : 1) {
            log.acknowledge(log.entries().get(i));
        }
        assertThat(log.unacknowledgedProperty().get()).isEqualTo(3);
        InstrumentSnapshot now = new LimitSessions("A05612").snapshot();
        small(now, LimitsSettings.Page.EVENTS, "thirty");
        snap(
                Optional.of(now),
                LimitsSettings.Page.EVENTS,
                Locale.KOREAN,
                Theme.LIGHT,
                560,
                640,
                "thirty-tall-ko-light");
        snap(Optional.of(now), LimitsSettings.Page.EVENTS, Locale.KOREAN, Theme.DARK, 320, 220, "thirty-small-ko-dark");
    }

    @Test
    void atNightOnlyTheFirstStageIsInForce() {
        small(
                new LimitSessions("A01612")
                        .at(LocalTime.of(18, 30))
                        .walkTo(1010)
                        .snapshot(),
                LimitsSettings.Page.LIMITS,
                "night");
    }

    @Test
    void ofNotesAndAlerts() {
        InstrumentSnapshot now = new LimitSessions("A01612")
                .alert(AlertRule.lastCrosses(new InstrumentCode("A01612"), Price.parse("1040.00")))
                .walkTo(1076.4)
                .snapshot();
        log.take(now);
        log.acknowledge(log.entries().get(1), "FOMC");
        log.acknowledge(log.entries().get(3), "확인");
        small(now, LimitsSettings.Page.EVENTS, "notes");
        assertThat(cut(snap(
                        Optional.of(now),
                        LimitsSettings.Page.EVENTS,
                        Locale.KOREAN,
                        Theme.DARK,
                        640,
                        640,
                        "notes-tall-ko-dark")))
                .isEmpty();
    }

    @Test
    void ofAnAlertInsideAnOutage() {
        InstrumentSnapshot now = new LimitSessions("A01612")
                .alert(AlertRule.lastCrosses(new InstrumentCode("A01612"), Price.parse("1040.00")))
                .walkTo(1030)
                .lose(1045)
                .lose(1031)
                .walkTo(1030)
                .snapshot();
        assertThat(now.limitEvents())
                .filteredOn(event -> event.kind() == LimitEvent.Kind.ALERT)
                .extracting(LimitEvent::detail)
                .isNotEmpty()
                .allMatch(detail -> detail.matches("[0-9:]{8}-[0-9:]{8}"));
        small(now, LimitsSettings.Page.EVENTS, "outage");
    }

    @Test
    void ofTheAlertsWindow() {
        alerts(Locale.KOREAN, Theme.LIGHT, "empty-ko-light", false, false);
        alerts(Locale.ENGLISH, Theme.DARK, "wrong-en-dark", false, true);
        InstrumentCode code = new InstrumentCode("A05612");
        desk.put(AlertRule.lastCrosses(code, Price.parse("1080.30")));
        desk.put(rule("2", AlertFigure.LOST_CONTRACTS, AlertRule.Condition.AT_LEAST, 1, 0));
        desk.put(rule("3", AlertFigure.MISPRICING_RATE, AlertRule.Condition.CHANGES_BY, 0.25, 30)
                .withEnabled(false));
        desk.put(rule("4", AlertFigure.OPEN_INTEREST_STEP, AlertRule.Condition.AT_LEAST, 500, 0));
        alerts(Locale.KOREAN, Theme.DARK, "rules-ko-dark", true, false);
        alerts(Locale.ENGLISH, Theme.LIGHT, "rules-en-light", true, false);
    }

    private static AlertRule rule(
            String id, AlertFigure figure, AlertRule.Condition condition, double value, int seconds) {
        return new AlertRule(
                id,
                Optional.empty(),
                figure,
                condition,
                value,
                seconds,
                !id.equals("2"),
                60,
                LimitEvent.Severity.CRITICAL,
                true);
    }

    private void alerts(Locale locale, Theme theme, String name, boolean editing, boolean wrong) {
        Words words = new Words(locale);
        AlertRulesViewModel model = new AlertRulesViewModel(
                desk, List.of(new InstrumentCode("A05612")), Optional.of(new InstrumentCode("A05612")), words);
        Parent root = Pictures.onFx(() -> ViewLoader.load(new AlertRulesView(model, words), words));
        Pictures.onFx(() -> {
            if (editing) {
                model.edit(desk.rules().get(2));
            }
            if (wrong && root.lookup("#save") instanceof Button save) {
                save.fire();
            }
            return root;
        });
        Pictures.snap(root, 560, 660, theme, "limits-alerts-" + name);
        assertThat(cut(root)).as(name).isEmpty();
    }
}
