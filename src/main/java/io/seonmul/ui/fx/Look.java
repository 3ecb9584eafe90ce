// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How a window looks: its theme, which colour says that a price rose, and how large it is drawn. Immutable.
///
/// @param theme light or dark
/// @param greenUp whether green rises and red falls; otherwise, as in Korea, red rises and blue falls
/// @param contrast whether text and lines have the strongest contrast
/// @param percent how large everything is drawn, one of [#SIZES]
public record Look(Theme theme, boolean greenUp, boolean contrast, int percent) {

    /// The sizes on offer, in percent.
    public static final List<Integer> SIZES = List.of(90, 100, 115, 130, 150);

    private static final int USUAL = 100;
    private static final double TEXT = 13;
    private static final double TIP = 12;
    private static final String GREEN_UP = "green-up";

    /// The size may come from a file that a person has edited: it becomes the nearest on offer.
    public Look {
        int wanted = percent;
        percent = SIZES.stream()
                .min(Comparator.comparingLong(size -> Math.abs((long) size - wanted)))
                .orElse(USUAL);
    }

    /// In usual contrast and size.
    public Look(Theme theme, boolean greenUp) {
        this(theme, greenUp, false, USUAL);
    }

    /// This look in another theme.
    public Look withTheme(Theme newTheme) {
        return new Look(newTheme, greenUp, contrast, percent);
    }

    /// This look with these colours of rise and fall.
    public Look withGreenUp(boolean newGreenUp) {
        return new Look(theme, newGreenUp, contrast, percent);
    }

    /// This look with or without strong contrast.
    public Look withContrast(boolean newContrast) {
        return new Look(theme, greenUp, newContrast, percent);
    }

    /// This look in another size.
    public Look withPercent(int newPercent) {
        return new Look(theme, greenUp, contrast, newPercent);
    }

    /// This look so many sizes larger, or smaller below zero; the last size on offer stays.
    public Look larger(int steps) {
        int index = Math.clamp((long) SIZES.indexOf(percent) + steps, 0, SIZES.size() - 1);
        return withPercent(SIZES.get(index));
    }

    /// How many logical pixels of the window one of its content takes.
    public double scale() {
        return percent / 100.0;
    }

    /// Puts this look on a window, in place of an earlier one. FX thread. Pop-ups of the window follow it.
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(theme.controls());
        scene.getStylesheets().setAll(sheet("seonmul.css"), theme.tokens(contrast));
        if (percent != USUAL) {
            scene.getStylesheets().add(popups());
        }
        ScaledRoot.put(scene, scale());
        List<String> classes = scene.getRoot().getStyleClass();
        classes.remove(GREEN_UP);
        if (greenUp) {
            classes.add(GREEN_UP);
        }
    }

    /// Menus and tips are windows of their own, which the scale of this one does not reach.
    private String popups() {
        return "data:text/css,"
                + URLEncoder.encode(
                                ".context-menu,.combo-box-popup,.auto-complete-popup{-fx-font-size:" + TEXT * scale()
                                        + "px;}.tooltip{-fx-font-size:" + TIP * scale() + "px;}",
                                StandardCharsets.UTF_8)
                        .replace("+", "%20");
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
