// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;

/// The two sets of colours of the window. Any thread.
public enum Theme {
    /// Dark figures on white.
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light"),
    /// Bright figures on near black.
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark");

    private final String controls;
    private final String tokens;

    Theme(String controls, String tokens) {
        this.controls = controls;
        this.tokens = tokens;
    }

    /// The other one.
    public Theme other() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> LIGHT;
        };
    }

    /// The stylesheet of the toolkit's own controls.
    String controls() {
        return controls;
    }

    /// The stylesheet with this theme's tokens.
    ///
    /// @param contrast whether those of the strongest contrast
    String tokens(boolean contrast) {
        String file = tokens + (contrast ? "-contrast" : "") + ".css";
        return Objects.requireNonNull(Theme.class.getResource("/io/seonmul/ui/" + file), file)
                .toExternalForm();
    }
}
