// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.draw;

import java.util.Arrays;

/// The places of a drawing that labels have taken, so that none stands on another: who comes first, stays. For one draw
/// at a time; FX thread only.
public final class LabelPlan {

    private static final int EDGES = 4;

    /// Left, top, right and bottom of each place.
    private double[] edges = new double[EDGES * 64];
    private int end;

    /// Every place is free again.
    public void clear() {
        end = 0;
    }

    /// Whether nothing has taken any of this rectangle.
    public boolean isFree(double x, double y, double width, double height) {
        for (int i = 0; i < end; i += EDGES) {
            if (x < edges[i + 2] && edges[i] < x + width && y < edges[i + 3] && edges[i + 1] < y + height) {
                return false;
            }
        }
        return true;
    }

    /// Takes a rectangle, whatever stands there.
    public void take(double x, double y, double width, double height) {
        if (end == edges.length) {
            edges = Arrays.copyOf(edges, 2 * end);
        }
        edges[end] = x;
        edges[end + 1] = y;
        edges[end + 2] = x + width;
        edges[end + 3] = y + height;
        end += EDGES;
    }

    /// Takes a rectangle if it is free.
    ///
    /// @return whether it was
    public boolean tryTake(double x, double y, double width, double height) {
        boolean free = isFree(x, y, width, height);
        if (free) {
            take(x, y, width, height);
        }
        return free;
    }
}
