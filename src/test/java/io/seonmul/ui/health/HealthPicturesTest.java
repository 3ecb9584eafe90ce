// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.Delay;
import io.seonmul.protocol.TickField;
import io.seonmul.session.CodeState;
import io.seonmul.session.FailureReason;
import io.seonmul.session.SessionState;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// The window in each state, for a person to look at; no text may be cut off at its usual size.
final class HealthPicturesTest {

    private static final int WIDTH = 1480;
    private static final int HEIGHT = 860;

    @Test
    void ofACleanDay() {
        HealthFeed feed = HealthFeed.fromTheOpening().run(Duration.ofMinutes(50));
        everyWay("clean", live(feed));
        small("clean", live(feed));
    }

    @Test
    void ofALossyDayWithManyGaps() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(3))
                .run(Duration.ofMinutes(30), number -> number % 97 != 0)
                .run(Duration.ofMinutes(2), number -> false)
                .run(Duration.ofMinutes(1));
        everyWay("lossy", live(feed));
        small("lossy", live(feed));
    }

    @Test
    void joinedLaterWithTheLinkDown() {
        HealthFeed feed = new HealthFeed(HealthFeed.K200, LocalTime.of(9, 12)).run(Duration.ofMinutes(2));
        everyWay("partial", model -> {
            model.show(feed.status(
                    new SessionState.Waiting(FailureReason.LINK_LOST, "1006", 1, HealthFeed.NOW.plusSeconds(4)),
                    new CodeState.Requested()));
            model.show(feed.snapshot());
        });
    }

    @Test
    void overAuctionsBlocksAndANewSession() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(3))
                .run(Duration.ofHours(6).plusMinutes(55), number -> number % 20 == 0)
                .run(Duration.ofMinutes(20))
                .nextDay()
                .run(Duration.ofMinutes(5));
        everyWay("two-days", live(feed));
    }

    @Test
    void withNanEmptyAndExtraFieldsHeld() {
        everyWay("nan-paused", model -> holdOddRecord(HealthFeed.fromTheOpening(), model));
    }

    @Test
    void atTheEndOfTheRecordAreTheFieldsThatKisAppended() {
        Parent root = snap(
                "extra",
                model -> holdOddRecord(HealthFeed.fromTheOpening(), model),
                HealthSettings.Page.RECORD,
                Locale.KOREAN,
                Theme.LIGHT,
                900,
                600);
        Pictures.runOnFx(() -> {
            if (root.lookup("#fields") instanceof TableView<?> fields) {
                fields.scrollTo(51);
            }
        });
        Pictures.snap(root, 900, 600, Theme.LIGHT, "health-extra-ko-LIGHT");
        assertThat(Pictures.onFx(() -> root.lookupAll(".table-cell").stream()
                        .filter(Node::isVisible)
                        .map(cell -> ((Labeled) cell).getText())
                        .toList()))
                .contains("51", "새", "50번 이후 필드");
    }

    /// A record with texts that are no values and two fields too many, held while others come.
    private static void holdOddRecord(HealthFeed feed, HealthViewModel model) {
        feed.run(Duration.ofMinutes(4))
                .buyOne(
                        List.of(TickField.DPRT, TickField.SPEAD_PRC, TickField.FUTS_ASKP1, TickField.CTTR),
                        List.of("nan", "", "0.00", "-nan"),
                        "^새^17");
        live(feed).accept(model);
        model.inspector().pausedProperty().set(true);
        feed.run(Duration.ofSeconds(30));
        model.show(feed.snapshot());
    }

    @Test
    void ofARelationThatFailsOnAScreenOfALaptop() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(4))
                .buyOne(List.of(TickField.OPRC_HOUR, TickField.ESDG), List.of("084500", "77.00"), "");
        snap("failing", live(feed), HealthSettings.Page.CHECKS, Locale.KOREAN, Theme.LIGHT, 1100, 700);
        snap("failing", live(feed), HealthSettings.Page.RECORD, Locale.ENGLISH, Theme.LIGHT, 1320, 700);
    }

    @Test
    void ofNothing() {
        everyWay("empty", HealthViewModel::clear);
    }

    private static Consumer<HealthViewModel> live(HealthFeed feed) {
        return model -> {
            model.showToFrame(
                    Optional.of(new Delay(Duration.ofNanos(8_350_000), Duration.ofMillis(17), Duration.ofMillis(143))));
            model.show(feed.flowing());
            model.show(feed.snapshot());
        };
    }

    private static void everyWay(String name, Consumer<HealthViewModel> state) {
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Theme theme = locale.equals(Locale.KOREAN) ? Theme.LIGHT : Theme.DARK;
            snap(name, state, HealthSettings.Page.LOSSES, locale, theme, WIDTH, HEIGHT);
        }
    }

    private static void small(String name, Consumer<HealthViewModel> state) {
        for (HealthSettings.Page page : HealthSettings.Page.values()) {
            snap(name + "-small-" + page, state, page, Locale.KOREAN, Theme.DARK, 700, 480);
            snap(name + "-small-" + page, state, page, Locale.ENGLISH, Theme.LIGHT, 700, 480);
        }
    }

    private static Parent snap(
            String name,
            Consumer<HealthViewModel> state,
            HealthSettings.Page page,
            Locale locale,
            Theme theme,
            int width,
            int height) {
        Words words = new Words(locale);
        Parent root = Pictures.onFx(() -> {
            HealthViewModel model =
                    new HealthViewModel(new HealthSettings(page, ""), words, InstantSource.fixed(HealthFeed.NOW));
            Parent loaded = ViewLoader.load(new HealthView(model, words), words);
            state.accept(model);
            model.second(HealthFeed.NOW);
            return loaded;
        });
        Pictures.snap(root, width, height, theme, "health-" + name + "-" + locale + "-" + theme);
        assertThat(cut(root)).as(name + " " + locale).isEmpty();
        return root;
    }

    /// Labels and cells whose text is shortened in the layout.
    private static List<String> cut(Parent root) {
        return Pictures.onFx(() -> Stream.of(".label", ".table-cell")
                .flatMap(style -> root.lookupAll(style).stream())
                .filter(node -> node instanceof Labeled && shown(node))
                .map(Labeled.class::cast)
                .filter(label -> !label.isWrapText()
                        && label.lookup(".text") instanceof Text text
                        && label.getText() != null // a column's head is a graphic
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
}
