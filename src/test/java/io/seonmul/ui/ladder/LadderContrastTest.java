// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.ThemeTokens;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Figures on the ladder's bars have the contrast of text, with every tint that can lie under them.
final class LadderContrastTest {

    private static final double OF_TEXT = 4.5;

    @ParameterizedTest
    @FieldSource("io.seonmul.ui.ThemeTokens#THEMES")
    void figuresOnBarsAreReadable(String theme) throws IOException {
        Map<String, Color> tokens = ThemeTokens.of(theme);
        Color text = tokens.get("-sm-text");
        for (String ground : List.of("-sm-surface", "-sm-raised")) {
            for (String side : List.of("-sm-red", "-sm-blue", "-sm-green")) {
                Color best = tinted(
                        tokens.get(ground), tokens.get(side), LadderPens.SIDE, LadderPens.BEST, LadderPens.QUOTED);
                Color traded = tinted(tokens.get(ground), tokens.get(side), LadderPens.TRADED);
                for (Color bar : List.of(best, traded)) {
                    Color pointed = tinted(bar, tokens.get("-sm-accent"), LadderPens.POINTED);
                    assertThat(ThemeTokens.contrast(text, bar))
                            .as("%s: a bar of %s on %s", theme, side, ground)
                            .isGreaterThanOrEqualTo(OF_TEXT);
                    assertThat(ThemeTokens.contrast(text, pointed))
                            .as("%s: a bar of %s on %s, under the pointer", theme, side, ground)
                            .isGreaterThanOrEqualTo(OF_TEXT);
                }
            }
        }
        for (String side : List.of("-sm-red", "-sm-blue", "-sm-green")) {
            assertThat(ThemeTokens.contrast(tokens.get("-sm-surface"), tokens.get(side)))
                    .as("%s: the last price on %s", theme, side)
                    .isGreaterThanOrEqualTo(OF_TEXT);
        }
    }

    private static Color tinted(Color ground, Color tint, double... strengths) {
        Color result = ground;
        for (double strength : strengths) {
            result = result.interpolate(tint, strength);
        }
        return result;
    }
}
