// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.CodeState;
import io.seonmul.session.SessionState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// What comes of an outage, or of one code's silence, is never taken for the market of now.
final class OldFiguresTest {

    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612", "A06612");
    private static final InstrumentCode SHOWN = CODES.getFirst();

    @Test
    void figuresThatMayBeOldSaySoWhereverTheyStand() {
        DemoMarket market = new DemoMarket(7, CODES);
        market.run(Duration.ofMinutes(10));
        Pictures.runOnFx(() -> {
            UiSettings settings = UiSettings.DEFAULT.withCodes(CODES, Optional.of(SHOWN));
            try (WindowUnderTest test = new WindowUnderTest(settings, true, 1280, 720)) {
                test.window.show();
                test.show(market);
                assertCurrent(test);

                test.session.state = new SessionState.Stale(DemoMarket.CLOCK);
                test.window.second();
                assertOld(test);

                test.session.state = new SessionState.Live(DemoMarket.CLOCK);
                test.session.codes.put(SHOWN, new CodeState.Registered(DemoMarket.CLOCK));
                test.window.second();
                assertOld(test); // an open socket alone brings nothing up to date

                test.session.codes.put(SHOWN, new CodeState.Stalled(DemoMarket.CLOCK));
                test.window.second();
                assertOld(test);

                test.session.codes.put(SHOWN, new CodeState.Flowing());
                test.window.second();
                assertCurrent(test);

                test.session.codes.put(CODES.getLast(), new CodeState.Stalled(DemoMarket.CLOCK));
                test.window.second();
                assertCurrent(test); // it is not the code that the panes show
            }
        });
    }

    private static void assertOld(WindowUnderTest test) {
        assertThat(ages(test)).hasSize(4).allMatch(age -> age.endsWith(" 이후 멈춤"));
        assertThat(test.stage.getTitle()).endsWith("(멈춤)");
        assertThat(headline(test)).contains("stale");
    }

    private static void assertCurrent(WindowUnderTest test) {
        assertThat(ages(test)).isEmpty();
        assertThat(test.stage.getTitle()).doesNotContain("멈춤");
        assertThat(headline(test)).doesNotContain("stale");
    }

    /// What the panes that are seen say of their figures' age.
    private static List<String> ages(WindowUnderTest test) {
        return test.stage.getScene().getRoot().lookupAll(".desk-age").stream()
                .filter(Node::isVisible)
                .map(Label.class::cast)
                .map(Labeled::getText)
                .toList();
    }

    private static Set<String> headline(WindowUnderTest test) {
        return test.stage.getScene().lookup(".headline").getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .collect(Collectors.toSet());
    }
}
