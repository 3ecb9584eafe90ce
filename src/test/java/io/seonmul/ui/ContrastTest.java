// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The themes' tokens are readable: text against what it stands on, by WCAG 2.2 level AA, and AAA in
/// strong contrast.
final class ContrastTest {
    private static final double OF_TEXT = 4.5;

    /// Level AAA, for the themes of strong contrast.
    private static final double OF_STRONG_TEXT = 7;

    private static final List<String> TEXTS = List.of(
            "-sm-text",
            "-sm-muted",
            "-sm-red",
            "-sm-blue",
            "-sm-green",
            "-sm-flat",
            "-sm-accent",
            "-sm-warning",
            "-sm-danger",
            "-sm-theory",
            "-sm-good",
            "-sm-interest");

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "light-contrast.css", "dark-contrast.css"})
    void everyTextTokenIsReadableOnEverySurface(String theme) throws IOException {
        Map<String, Color> tokens = ThemeTokens.of(theme);
        double leastOfText = theme.contains("contrast") ? OF_STRONG_TEXT : OF_TEXT;
        for (String text : TEXTS) {
            for (String surface : List.of("-sm-surface", "-sm-raised")) {
                assertThat(ThemeTokens.contrast(tokens.get(text), tokens.get(surface)))
                        .as(theme + ": " + text + " on " + surface)
                        .isGreaterThanOrEqualTo(leastOfText);
            }
        }
        for (String text : List.of("-sm-text", "-sm-red", "-sm-blue", "-sm-green", "-sm-muted")) {
            assertThat(ThemeTokens.contrast(tokens.get(text), tokens.get("-sm-selected")))
                    .as(theme + ": " + text + " on a selected row")
                    .isGreaterThanOrEqualTo(leastOfText);
        }
        assertThat(ThemeTokens.contrast(tokens.get("-sm-text"), tokens.get("-sm-warning-soft")))
                .isGreaterThanOrEqualTo(leastOfText);
        assertThat(ThemeTokens.contrast(tokens.get("-sm-text"), tokens.get("-sm-danger-soft")))
                .isGreaterThanOrEqualTo(leastOfText);
        assertThat(ThemeTokens.contrast(tokens.get("-sm-warning"), tokens.get("-sm-warning-soft")))
                .as(theme + ": the mark of the demo")
                .isGreaterThanOrEqualTo(leastOfText);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "light-contrast.css", "dark-contrast.css"})
    void bothThemesHaveTheSameTokens(String theme) throws IOException {
        assertThat(ThemeTokens.of(theme).keySet())
                .isEqualTo(ThemeTokens.of("light.css").keySet());
    }
}
