// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.util.Locale;
import java.util.Map;

/// Whether this process has a screen to show a window on, and what to do where it has none.
final class Display {

    /// Set for a process that is to run without a window although a display is named.
    static final String NO_DISPLAY = "SEONMUL_NO_DISPLAY";

    private static final String PLATFORM = "glass.platform";

    private Display() {}

    /// Whether a window can be shown as far as the surroundings tell; the toolkit may find out otherwise.
    static boolean isThere(Map<String, String> environment, String osName, String chosenPlatform) {
        boolean needsNamed = osName.toLowerCase(Locale.ROOT).contains("linux");
        boolean named = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return environment.getOrDefault(NO_DISPLAY, "").isBlank()
                && !chosenPlatform.equalsIgnoreCase("Headless")
                && (named || !needsNamed);
    }

    /// As [#isThere(Map, String, String)], for this process.
    static boolean isThere(Map<String, String> environment) {
        return isThere(environment, System.getProperty("os.name"), System.getProperty(PLATFORM, ""));
    }

    /// Makes JavaFX draw into memory; before it starts.
    static void doWithout() {
        System.setProperty(PLATFORM, "Headless");
        System.setProperty("prism.order", "sw");
    }
}
