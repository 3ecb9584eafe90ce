// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.FailureReason;
import io.seonmul.session.SessionState;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.StagedCodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// What the window tells the ladder beside its figures: how its depth and the link stand.
final class LadderInWindowTest {

    private static final List<InstrumentCode> CODES = WindowUnderTest.codes("A01612", "A05612");

    @Test
    void theLadderHearsOfItsDepthAndOfTheLink() {
        Pictures.runOnFx(() -> {
            try (WindowUnderTest test = new WindowUnderTest(
                    UiSettings.DEFAULT.withCodes(CODES, Optional.of(CODES.getFirst())), false, 1280, 720)) {
                test.session.depths.put(CODES.getFirst(), StagedCodes.NO_ROOM);
                DemoMarket market = new DemoMarket(5, CODES);
                market.run(Duration.ofMinutes(4));
                test.window.show();
                test.show(market);
                test.snap("window-1280x720-ladder");
                assertThat(bookLine(test)).isEqualTo("등록 한도에 자리 없음 – 최우선호가만");

                test.session.depths.remove(CODES.getFirst());
                test.window.onFrame();
                assertThat(bookLine(test)).isEqualTo("호가 등록 안 함 – 최우선호가만");

                test.session.state =
                        new SessionState.Waiting(FailureReason.LINK_LOST, "", 1, DemoMarket.CLOCK.plusSeconds(9));
                test.window.onFrame();
                assertThat(bookLine(test)).startsWith("연결 끊김 – ");
            }
        });
    }

    private static String bookLine(WindowUnderTest test) {
        return ((Label) test.stage.getScene().lookup(".ladder-book")).getText();
    }
}
