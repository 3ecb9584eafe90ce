// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.fx.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// A record that its witnesses contradict is shown at once, and nowhere without its mark.
final class DoubtfulFiguresTest {

    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final InstrumentCode SHOWN = CODES.getFirst();
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    @Test
    void aDoubtfulRecordIsMarkedUntilItIsSettled() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(10));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(SHOWN));
            try (WindowUnderTest test = new WindowUnderTest(settings, false, 1280, 720)) {
                test.window.show();
                test.show(market);
                test.snap("doubtful-before");
                assertThat(marked(test.stage)).isEmpty();
                assertThat(label(test.stage, ".headline-last").getText()).doesNotContain("?");
                assertThat(label(test.stage, ".headline-doubt").isVisible()).isFalse();

                market.glitch(SHOWN);
                test.show(market);
                test.snap("doubtful-ko");
                assertThat(marked(test.stage)).containsExactlyInAnyOrder("headline", "watch-row", "watch-feed");
                assertThat(label(test.stage, ".headline-last").getText()).endsWith(" ?");
                assertThat(label(test.stage, ".headline-doubt").getText()).isEqualTo("의심 체결 확인 중");
                assertThat(label(test.stage, ".headline-doubt").getTooltip().getText())
                        .endsWith("누적 거래대금, 구분 없는 수량");
                Node row = test.stage.getScene().getRoot().lookupAll(".watch-row").stream()
                        .filter(node -> node.getPseudoClassStates().contains(DOUBTFUL))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.lookup(".watch-last"))
                        .isInstanceOfSatisfying(
                                Label.class, last -> assertThat(last.getText()).endsWith(" ?"));
                test.window.run(Command.LANGUAGE);
                test.show(market);
                test.snap("doubtful-en");
                assertThat(test.window.settingsProperty().get().language()).isEqualTo(Language.ENGLISH);
                assertThat(label(test.stage, ".headline-doubt").getText()).isEqualTo("Doubtful, being checked");

                market.run(Duration.ofMinutes(1));
                test.show(market);
                test.snap("doubtful-after");
                assertThat(marked(test.stage)).isEmpty();
            }
        });
    }

    /// What is marked as doubtful in the bar and the watchlist, by its style.
    private static List<String> marked(Stage stage) {
        return Stream.of("headline", "watch-row", "watch-feed")
                .filter(style -> stage.getScene().getRoot().lookupAll("." + style).stream()
                        .anyMatch(node -> node.getPseudoClassStates().contains(DOUBTFUL)))
                .toList();
    }

    private static Label label(Stage stage, String style) {
        return (Label) stage.getScene().lookup(style);
    }
}
