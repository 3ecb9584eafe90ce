// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
    private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

    @Test
    void onLinuxADisplayHasToBeNamed() {
        assertThat(Display.isThere(Map.of(), "Linux", "")).isFalse();
        assertThat(Display.isThere(Map.of("DISPLAY", ""), "Linux", "")).isFalse();
        assertThat(Display.isThere(X11, "Linux", "")).isTrue();
        assertThat(Display.isThere(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", ""))
                .isTrue();
    }

    @Test
    void elsewhereItIsThere() {
        assertThat(Display.isThere(Map.of(), "Windows 11", "")).isTrue();
        assertThat(Display.isThere(Map.of(), "Mac OS X", "")).isTrue();
    }

    @Test
    void itCanBeDoneWithout() {
        assertThat(Display.isThere(X11, "Linux", "Headless")).isFalse();
        assertThat(Display.isThere(Map.of("DISPLAY", ":0", Display.NO_DISPLAY, "1"), "Linux", ""))
                .isFalse();
    }
}
