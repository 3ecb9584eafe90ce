// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours that a theme's file names, and how well one can be read on another by WCAG 2.2. Any thread.
public final class ThemeTokens {

    /// The files of all themes.
    public static final List<String> THEMES =
            List.of("light.css", "dark.css", "light-contrast.css", "dark-contrast.css");

    private static final Pattern TOKEN = Pattern.compile("(-sm-[a-z-]+):\\s*(#[0-9a-f]{6});");

    private ThemeTokens() {}

    /// The colours of a theme, by their names.
    public static Map<String, Color> of(String theme) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/io/seonmul/ui", theme), UTF_8);
        Map<String, Color> tokens = new TreeMap<>();
        TOKEN.matcher(css).results().forEach(token -> tokens.put(token.group(1), Color.web(token.group(2))));
        return tokens;
    }

    /// The ratio of contrast between two opaque colours, from 1.
    public static double contrast(Color one, Color other) {
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
