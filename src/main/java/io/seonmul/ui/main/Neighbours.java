// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;

/// Which place of a desk lies on which side of another. Any thread.
final class Neighbours {

    private static final double TOUCHING = 1e-6;

    private Neighbours() {}

    /// The place on that side of the pane `id`: of several the one with the longest common edge.
    static Optional<DeskPart.Tabs> of(DeskPart part, int id, Side side) {
        Map<DeskPart.Tabs, Rectangle2D> places = new LinkedHashMap<>();
        measure(part, new Rectangle2D(0, 0, 1, 1), places);
        Optional<Rectangle2D> own = places.entrySet().stream()
                .filter(place -> place.getKey().has(id))
                .map(Map.Entry::getValue)
                .findFirst();
        return own.flatMap(from -> places.entrySet().stream()
                .filter(place -> touch(from, place.getValue(), side))
                .max(Comparator.comparingDouble(place -> common(from, place.getValue(), side)))
                .map(Map.Entry::getKey));
    }

    private static void measure(DeskPart part, Rectangle2D area, Map<DeskPart.Tabs, Rectangle2D> places) {
        switch (part) {
            case DeskPart.Tabs tabs -> places.put(tabs, area);
            case DeskPart.Split split -> {
                double at = split.at();
                double x = area.getMinX();
                double y = area.getMinY();
                double width = area.getWidth();
                double height = area.getHeight();
                switch (split.axis()) {
                    case ACROSS -> {
                        measure(split.first(), new Rectangle2D(x, y, width * at, height), places);
                        measure(split.second(), new Rectangle2D(x + width * at, y, width * (1 - at), height), places);
                    }
                    case DOWN -> {
                        measure(split.first(), new Rectangle2D(x, y, width, height * at), places);
                        measure(split.second(), new Rectangle2D(x, y + height * at, width, height * (1 - at)), places);
                    }
                }
            }
        }
    }

    private static boolean touch(Rectangle2D from, Rectangle2D to, Side side) {
        double distance = switch (side) {
            case LEFT -> from.getMinX() - to.getMaxX();
            case RIGHT -> to.getMinX() - from.getMaxX();
            case TOP -> from.getMinY() - to.getMaxY();
            case BOTTOM -> to.getMinY() - from.getMaxY();
        };
        return Math.abs(distance) < TOUCHING && common(from, to, side) > TOUCHING;
    }

    private static double common(Rectangle2D from, Rectangle2D to, Side side) {
        return side.isVertical()
                ? Math.min(from.getMaxY(), to.getMaxY()) - Math.max(from.getMinY(), to.getMinY())
                : Math.min(from.getMaxX(), to.getMaxX()) - Math.max(from.getMinX(), to.getMinX());
    }
}
