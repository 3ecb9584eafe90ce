// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// Where a window is put again.
final class WindowPlaceTest {

    @Test
    void aWindowIsNoLargerThanAllScreensTogether() {
        WindowBounds wide = new WindowBounds(80, 40, 1_442, 720, false);
        assertThat(WindowPlace.within(wide, new Rectangle2D(0, 0, 1_280, 800)))
                .isEqualTo(new WindowBounds(0, 40, 1_280, 720, false));
        WindowBounds overTwo = new WindowBounds(-700, 40, 1_442, 720, false);
        assertThat(WindowPlace.within(overTwo, new Rectangle2D(-1_280, 0, 2_560, 800)))
                .isEqualTo(overTwo);
        WindowBounds high = new WindowBounds(80, 40, 900, 1_000, true);
        assertThat(WindowPlace.within(high, new Rectangle2D(0, 25, 1_280, 775)))
                .isEqualTo(new WindowBounds(80, 25, 900, 775, true));
        assertThat(WindowPlace.within(high, new Rectangle2D(0, 0, 1_000, 1_000)))
                .as("the Headless platform's screen")
                .isEqualTo(high);
    }

    @Test
    void aWindowIsNotBeyondTheEdge() {
        Rectangle2D screen = new Rectangle2D(0, 0, 1_600, 1_000);
        assertThat(WindowPlace.within(new WindowBounds(-220, 30, 1_440, 900, false), screen))
                .as("as a run without a display keeps it")
                .isEqualTo(new WindowBounds(0, 30, 1_440, 900, false));
        assertThat(WindowPlace.within(new WindowBounds(700, 700, 1_000, 400, false), screen))
                .isEqualTo(new WindowBounds(600, 600, 1_000, 400, false));
    }

    @Test
    void figuresThatNoWindowCanHaveAreNoPlace() {
        Rectangle2D screen = new Rectangle2D(0, 0, 1_600, 1_000);
        assertThat(WindowPlace.canBeGrasped(screen, new WindowBounds(0, 0, 1_440, 900, false)))
                .isTrue();
        assertThat(WindowPlace.canBeGrasped(screen, new WindowBounds(0, 0, 3e12, 900, false)))
                .as("a settings file that was edited, or is damaged")
                .isFalse();
        assertThat(WindowPlace.canBeGrasped(screen, new WindowBounds(0, 0, 1_440, 3e12, true)))
                .isFalse();
    }
}
