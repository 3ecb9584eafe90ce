// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.ui.fx.DrawnPane.Token;
import java.util.function.Function;
import javafx.scene.paint.Color;

/// The theme's colours as the chart uses them, translucent ones included. Immutable.
record Palette(
        Color surface,
        Color raised,
        Color text,
        Color muted,
        Color grid,
        Color rise,
        Color fall,
        Color flat,
        Color accent,
        Color warning,
        Color danger,
        Color theory,
        Color vwap,
        Color interest,
        Color veil,
        Color shade,
        Color lost,
        Color band,
        Color bandEdge,
        Color box) {

    static Palette of(Function<Token, Color> theme) {
        Color surface = theme.apply(Token.SURFACE);
        Color muted = theme.apply(Token.MUTED);
        Color danger = theme.apply(Token.DANGER);
        Color accent = theme.apply(Token.ACCENT);
        return new Palette(
                surface,
                theme.apply(Token.RAISED),
                theme.apply(Token.TEXT),
                muted,
                theme.apply(Token.GRID),
                theme.apply(Token.RISE),
                theme.apply(Token.FALL),
                theme.apply(Token.FLAT),
                accent,
                theme.apply(Token.WARNING),
                danger,
                theme.apply(Token.THEORY),
                theme.apply(Token.VWAP),
                theme.apply(Token.INTEREST),
                alpha(surface, 0.78),
                alpha(muted, 0.09),
                alpha(danger, 0.11),
                alpha(accent, 0.05),
                alpha(accent, 0.5),
                theme.apply(Token.RAISED));
    }

    /// The opaque colour that `tint` makes of an opaque `ground`.
    static Color over(Color ground, Color tint) {
        return ground.interpolate(Color.color(tint.getRed(), tint.getGreen(), tint.getBlue()), tint.getOpacity());
    }

    static Color alpha(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }
}
