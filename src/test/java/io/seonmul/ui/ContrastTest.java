// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The themes' tokens are readable: text against what it stands on, by WCAG 2.2 level AA, and AAA in
/// strong contrast.
final class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-sm-[a-z-]+):\\s*(#[0-9a-f]{6});");
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
        Map<String, Color> tokens = tokens(theme);
        double leastOfText = theme.contains("contrast") ? OF_STRONG_TEXT : OF_TEXT;
        for (String text : TEXTS) {
            for (String surface : List.of("-sm-surface", "-sm-raised")) {
                assertThat(contrast(tokens.get(text), tokens.get(surface)))
                        .as(theme + ": " + text + " on " + surface)
                        .isGreaterThanOrEqualTo(leastOfText);
            }
        }
        for (String text : List.of("-sm-text", "-sm-red", "-sm-blue", "-sm-green", "-sm-muted")) {
            assertThat(contrast(tokens.get(text), tokens.get("-sm-selected")))
                    .as(theme + ": " + text + " on a selected row")
                    .isGreaterThanOrEqualTo(leastOfText);
        }
        assertThat(contrast(tokens.get("-sm-text"), tokens.get("-sm-warning-soft")))
                .isGreaterThanOrEqualTo(leastOfText);
        assertThat(contrast(tokens.get("-sm-text"), tokens.get("-sm-danger-soft")))
                .isGreaterThanOrEqualTo(leastOfText);
        assertThat(contrast(tokens.get("-sm-warning"), tokens.get("-sm-warning-soft")))
                .as(theme + ": the mark of the demo")
                .isGreaterThanOrEqualTo(leastOfText);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css", "light-contrast.css", "dark-contrast.css"})
    void bothThemesHaveTheSameTokens(String theme) throws IOException {
        assertThat(tokens(theme).keySet()).isEqualTo(tokens("light.css").keySet());
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/io/seonmul/ui", theme), UTF_8);
        Map<String, Color> tokens = new TreeMap<>();
        TOKEN.matcher(css).results().forEach(token -> tokens.put(token.group(1), Color.web(token.group(2))));
        return tokens;
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
