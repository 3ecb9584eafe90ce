// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.DynamicLimits;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitStage;
import io.seonmul.market.LimitStatus;
import io.seonmul.market.Price;
import io.seonmul.ui.draw.Brush;
import io.seonmul.ui.fx.DrawnPane;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Where the last price stands between the two sides of a static stage: the first stage, or the next one where the
/// price went beyond. FX thread.
///
/// The thick bar is the day's range, the frame around the mark the dynamic band that travels with it, the tinted ends
/// the zone that counts as near.
public final class GaugeCanvas extends DrawnPane {

    private static final double NEAR = 0.005;
    private static final double SIDE = 8;
    private static final int SMALL = 11;

    private Optional<InstrumentSnapshot> shown = Optional.empty();
    private String empty = "";
    private String baseWord = "";
    private String pace = "";

    /// An empty gauge.
    public GaugeCanvas() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 48);
    }

    void show(Optional<InstrumentSnapshot> snapshot, String whenEmpty, String base, String paceText) {
        pace = paceText;
        shown = snapshot;
        empty = whenEmpty;
        baseWord = base;
        requestDraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height) {
        Shown.mark(this, shown);
        g.setFont(Font.font("IBM Plex Sans KR", SMALL));
        List<LimitStage> stages =
                shown.map(snapshot -> snapshot.limits().stages()).orElse(List.of());
        if (stages.isEmpty()) {
            g.setFill(color(Token.MUTED));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            Brush.text(g, empty, width / 2, height / 2);
            return;
        }
        InstrumentSnapshot snapshot = shown.orElseThrow();
        Price last = snapshot.tick().last();
        LimitStage stage = stages.stream()
                .filter(each -> last.compareTo(each.upper()) <= 0 && last.compareTo(each.lower()) >= 0)
                .findFirst()
                .orElse(stages.getLast());
        Scale scale = new Scale(stage.lower().hundredths(), stage.upper().hundredths(), SIDE, width - SIDE);
        double y = Math.floor(height / 2) + 0.5;
        Price base = snapshot.limits().base().orElse(last); // there are no stages without one
        track(g, snapshot, base, scale, y);
        band(g, snapshot.limits(), scale, y);
        mark(g, snapshot, scale, y, width);
        labels(g, base, stage, scale, height);
        pace(g, scale.at(last), width);
    }

    private record Scale(long low, long high, double left, double right) {

        double at(double value) {
            double share = Math.clamp((value - low) / (high - low), 0, 1);
            return left + share * (right - left);
        }

        double at(Price price) {
            return at((double) price.hundredths());
        }
    }

    private void track(GraphicsContext g, InstrumentSnapshot snapshot, Price base, Scale scale, double y) {
        double near = base.hundredths() * NEAR;
        g.setFill(color(Token.GRID));
        Brush.fill(g, scale.left(), y - 4, scale.right() - scale.left(), 8);
        g.setFill(color(Token.WARNING).deriveColor(0, 1, 1, 0.55));
        Brush.fill(g, scale.left(), y - 4, scale.at(scale.low() + near) - scale.left(), 8);
        double upperZone = scale.at(scale.high() - near);
        Brush.fill(g, upperZone, y - 4, scale.right() - upperZone, 8);
        Price high = snapshot.tick().dayRange().high().orElse(snapshot.tick().last());
        Price low = snapshot.tick().dayRange().low().orElse(snapshot.tick().last());
        g.setFill(color(Token.MUTED).deriveColor(0, 1, 1, 0.6));
        Brush.fill(g, scale.at(low), y - 4, Math.max(1, scale.at(high) - scale.at(low)), 8);
        g.setFill(color(Token.DANGER));
        Brush.fill(g, scale.left() - 2, y - 10, 2, 20);
        Brush.fill(g, scale.right(), y - 10, 2, 20);
        g.setStroke(color(Token.TEXT));
        g.setLineWidth(1);
        double middle = Math.floor(scale.at(base)) + 0.5;
        g.strokeLine(middle, y - 7, middle, y + 7);
    }

    private void band(GraphicsContext g, LimitStatus limits, Scale scale, double y) {
        if (limits.dynamic().isEmpty()) {
            return;
        }
        DynamicLimits band = limits.dynamic().get();
        double left = Math.floor(scale.at(band.lower())) + 0.5;
        double right = Math.floor(scale.at(band.upper())) + 0.5;
        g.setStroke(color(limits.following() ? Token.ACCENT : Token.WARNING));
        g.setLineWidth(1);
        g.strokeRect(left, y - 8, right - left, 16);
    }

    private void mark(GraphicsContext g, InstrumentSnapshot snapshot, Scale scale, double y, double width) {
        Price last = snapshot.tick().last();
        int direction = Formats.sign(snapshot.tick().change());
        Color color = color(direction > 0 ? Token.RISE : direction < 0 ? Token.FALL : Token.FLAT);
        double x = scale.at(last);
        g.setFill(color);
        Brush.fill(g, x - 1, y - 9, 2, 18);
        g.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {y - 13, y - 13, y - 8}, 3);
        boolean rightHalf = x > width / 2;
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(x < 48 ? TextAlignment.LEFT : x > width - 48 ? TextAlignment.RIGHT : TextAlignment.CENTER);
        Brush.text(g, Formats.price(last), x < 48 ? SIDE : rightHalf && x > width - 48 ? width - SIDE : x, y - 13);
    }

    /// In the corner that the price's own label leaves free.
    private void pace(GraphicsContext g, double mark, double width) {
        boolean left = mark > width / 2;
        g.setFill(color(Token.MUTED));
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(left ? TextAlignment.LEFT : TextAlignment.RIGHT);
        Brush.text(g, pace, left ? SIDE - 2 : width - SIDE + 2, 0);
    }

    private void labels(GraphicsContext g, Price base, LimitStage stage, Scale scale, double height) {
        g.setTextBaseline(VPos.BOTTOM);
        g.setFill(color(Token.MUTED));
        g.setTextAlign(TextAlignment.LEFT);
        Brush.text(g, "−" + stage.percent() + "%  " + Formats.price(stage.lower()), SIDE - 2, height);
        g.setTextAlign(TextAlignment.RIGHT);
        Brush.text(g, Formats.price(stage.upper()) + "  +" + stage.percent() + "%", scale.right() + 2, height);
        g.setTextAlign(TextAlignment.CENTER);
        Brush.text(g, baseWord + " " + Formats.price(base), scale.at(base), height);
    }
}
