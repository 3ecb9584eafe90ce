// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How a window looks: its theme, and which colour says that a price rose. Immutable.
///
/// @param theme light or dark
/// @param greenUp whether green rises and red falls; otherwise, as in Korea, red rises and blue falls
public record Look(Theme theme, boolean greenUp) {

    private static final String GREEN_UP = "green-up";

    /// Puts this look on a window, in place of an earlier one. FX thread. Pop-ups of the window follow it.
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(theme.controls());
        scene.getStylesheets().setAll(sheet("seonmul.css"), theme.tokens());
        List<String> classes = scene.getRoot().getStyleClass();
        classes.remove(GREEN_UP);
        if (greenUp) {
            classes.add(GREEN_UP);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/io/seonmul/ui/" + name), name)
                .toExternalForm();
    }

    /// The bundled faces: Hangul and tabular digits on a machine without either. Loaded once.
    private static final class Fonts {

        private static final List<String> FACES = List.of("Regular", "Medium", "Bold");

        static {
            for (String face : FACES) {
                String file = "/io/seonmul/ui/fonts/IBMPlexSansKR-" + face + ".ttf";
                try (InputStream font = Objects.requireNonNull(Look.class.getResourceAsStream(file), file)) {
                    Objects.requireNonNull(Font.loadFont(font, 0), file);
                } catch (IOException e) {
                    throw new UncheckedIOException(file, e);
                }
            }
        }

        private Fonts() {}

        /// Returns when the faces are there: the class's initialisation did it.
        static void load() {}
    }
}
