// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.Bar;
import io.seonmul.ui.chart.PaneLayout.Box;
import io.seonmul.ui.fx.Formats;
import javafx.scene.paint.Color;

/// Writes a pane's name and its figures of one bar in the pane's upper left corner.
final class PaneTitle {

    private final Drawing d;
    private final double y;
    private double x;

    private PaneTitle(Drawing d, Pane pane, Box box) {
        this.d = d;
        this.y = box.top() + 9;
        this.x = 6;
        figure(d.words().get(pane.key()), d.pen().palette().muted());
    }

    /// @param shown index of the bar whose figures are written; -1: none
    static void paint(Drawing d, Pane pane, Box box, int shown) {
        PaneTitle title = new PaneTitle(d, pane, box);
        if (shown >= 0) {
            title.figures(pane, d.bars().bar(shown), shown);
        }
    }

    private void figures(Pane pane, Bar bar, int index) {
        Palette palette = d.pen().palette();
        switch (pane) {
            case PRICE -> {}
            case VOLUME -> {
                figure(Formats.count(bar.volume()), palette.text());
                figure(d.words().get("chart.buy", Formats.count(bar.buyVolume())), palette.rise());
                figure(d.words().get("chart.sell", Formats.count(bar.sellVolume())), palette.fall());
            }
            case DELTA -> {
                long delta = bar.buyVolume() - bar.sellVolume();
                figure(Formats.signed(delta), sign(delta));
            }
            case CUMULATIVE -> figure(Formats.signed(bar.sessionDelta()), palette.accent());
            case INTEREST -> interest(bar, index);
            case BASIS -> {
                String market = Formats.signed(bar.fairValue().marketBasis());
                String theory = Formats.signed(bar.fairValue().theoreticalBasis());
                figure(d.words().get("chart.basis.market", market), palette.text());
                figure(d.words().get("chart.basis.theory", theory), palette.theory());
            }
            case MISPRICING -> {
                figure(Formats.signed(bar.fairValue().mispricing()), palette.theory());
                figure(Formats.signedPercent(bar.fairValue().mispricingRate()), palette.theory());
            }
            case STRENGTH -> figure(Formats.decimal(bar.strength(), 2) + "%", palette.text());
        }
    }

    private void interest(Bar bar, int index) {
        figure(Formats.count(bar.openInterest()), d.pen().palette().interest());
        double before = index > 0 ? d.bars().openInterest[index - 1] : Double.NaN;
        if (bar.openInterest().isPresent() && !Double.isNaN(before)) {
            long step = Math.round(bar.openInterest().getAsLong() - before);
            figure(Formats.signed(step), sign(step));
        }
    }

    private void figure(String text, Color color) {
        double end = x + d.pen().width(text);
        if (end < d.plot()) {
            d.pen().label(text, x, y, color);
        }
        x = end + 8;
    }

    private Color sign(long value) {
        return DataBox.Ink.sign(value).of(d.pen().palette());
    }
}
