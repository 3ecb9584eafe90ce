// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where each pane lies, in pixels from the top. Immutable; any thread.
///
/// Panes for which there is no room are left out from the last on, and named in [#dropped] so that the chart can
/// say so.
///
/// @param legend height of the line above the panes
/// @param boxes the panes that are shown, the price always among them
/// @param dropped the panes that were wanted and found no room
/// @param bottom where the time axis begins
record PaneLayout(double legend, Map<Pane, Box> boxes, List<Pane> dropped, double bottom) {

    static final double LEGEND = 22;
    private static final double GRIP = 3;
    static final double TIME_AXIS = 20;
    private static final double LEAST_PRICE = 92;
    private static final double LEAST_PANE = 34;

    /// With less height one pane under the price is all: the price needs the rest.
    private static final double ROOM_FOR_TWO = 340;

    /// What each further pane needs besides.
    private static final double ROOM_FOR_MORE = 18;
    private static final double MOST_OF_ALL = 0.62;

    /// One pane's stretch of the height.
    record Box(double top, double bottom) {

        double height() {
            return bottom - top;
        }

        boolean contains(double y) {
            return y >= top && y < bottom;
        }
    }

    static PaneLayout of(double height, ChartSettings settings) {
        List<Pane> panes = new ArrayList<>(settings.panes());
        double bottom = Math.max(LEGEND + 1, height - TIME_AXIS);
        double body = bottom - LEGEND;
        double each = Math.floor(Math.clamp(
                share(settings, body), LEAST_PANE, Math.max(LEAST_PANE, body * ChartSettings.HIGHEST_SHARE)));
        List<Pane> dropped = new ArrayList<>();
        while (!panes.isEmpty()
                && (body < ROOM_FOR_TWO + ROOM_FOR_MORE * (panes.size() - 2)
                        || body - panes.size() * each < LEAST_PRICE)
                && (panes.size() > 1 || body - each < LEAST_PRICE)) {
            dropped.addFirst(panes.removeLast());
        }
        Map<Pane, Box> boxes = new EnumMap<>(Pane.class);
        double top = bottom - panes.size() * each;
        boxes.put(Pane.PRICE, new Box(LEGEND, top));
        for (Pane pane : panes) {
            boxes.put(pane, new Box(top, top + each));
            top += each;
        }
        return new PaneLayout(LEGEND, boxes, List.copyOf(dropped), bottom);
    }

    /// The user's share, as long as the price keeps the greater part of what many panes would take.
    private static double share(ChartSettings settings, double body) {
        return body
                * Math.min(
                        settings.paneShare(),
                        MOST_OF_ALL / Math.max(1, settings.panes().size()));
    }

    /// Whether a drag from `y` moves the border between the price and the panes under it.
    boolean isOnBorder(double y) {
        return boxes.size() > 1 && Math.abs(y - price().bottom()) <= GRIP;
    }

    /// The share of each pane if the price ended at `y`.
    double shareAt(double y) {
        return (bottom - y) / Math.max(1, boxes.size() - 1) / Math.max(1, bottom - legend);
    }

    Box price() {
        return boxes.getOrDefault(Pane.PRICE, new Box(LEGEND, bottom));
    }

    Optional<Box> box(Pane pane) {
        return Optional.ofNullable(boxes.get(pane));
    }
}
