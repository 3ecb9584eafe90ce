// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.Pictures;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What Enter in the field for codes means, whichever proposals are on the screen.
final class CodeFieldTest {
    private final FxRobot robot = new FxRobot();
    private WindowUnderTest test;

    @BeforeEach
    void open() {
        test = Pictures.onFx(() -> {
            WindowUnderTest made = new WindowUnderTest(UiSettings.DEFAULT, false, 1000, 960);
            made.window.show();
            return made;
        });
    }

    @AfterEach
    void close() {
        Pictures.runOnFx(test::close);
    }

    @Test
    void aFastEnterIsAnsweredForWhatWasTyped() throws TimeoutException {
        Pictures.runOnFx(() -> field().requestFocus());
        robot.write("미니", 0);
        await(() -> Window.getWindows().size() > 1);
        Node proposals = Window.getWindows().getLast().getScene().getRoot().lookup(".list-view");

        // The list is still that of the text before.
        Pictures.runOnFx(() -> {
            field().setText("A0170");
            proposals.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });

        await(() -> !codes().isEmpty());
        assertThat(codes()).containsExactly(new InstrumentCode("A01703"));
        assertThat(Pictures.onFx(() -> field().getText())).isEmpty();
    }

    @Test
    void anEnterBeforeAnythingIsProposedMeansTheSame() throws TimeoutException {
        Pictures.runOnFx(() -> {
            field().setText("코스닥");
            field().fireEvent(new ActionEvent());
        });
        await(() -> !codes().isEmpty());
        assertThat(codes()).containsExactly(new InstrumentCode("A06612"));
    }

    private TextField field() {
        return (TextField) test.stage.getScene().lookup("#field");
    }

    private List<InstrumentCode> codes() {
        return test.window.settingsProperty().get().codes();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Pictures.onFx(condition));
    }
}
