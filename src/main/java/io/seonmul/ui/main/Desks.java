// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.List;

/// The desks that come with the monitor. Any thread.
final class Desks {

    /// Narrower than this, three columns would cut the chart off; in pixels of the content.
    private static final double ROOM_FOR_THREE = 960;

    /// Lower than this, two panes over each other would have too few rows.
    private static final double ROOM_FOR_TWO_ROWS = 620;

    private Desks() {}

    /// The desk of a user who has not arranged one: as many panes beside and over each other as there is room for, the
    /// others as tabs.
    ///
    /// @param width of the window's content, pixels
    /// @param height of the panes together, pixels
    /// @param kept where the panes met before
    /// @param set what the user set in panes before
    static Desk fitting(double width, double height, Dividers kept, PaneSettings set) {
        if (width >= ROOM_FOR_THREE) {
            return usual(kept.orUsual(width, height), set);
        }
        PaneSlot watchlist = PaneSlot.of(1, PaneKind.WATCHLIST, set);
        PaneSlot limits = PaneSlot.of(2, PaneKind.LIMITS, set);
        PaneSlot ladder = PaneSlot.of(3, PaneKind.LADDER, set);
        PaneSlot chart = PaneSlot.of(4, PaneKind.CHART, set);
        PaneSlot interest = PaneSlot.of(5, PaneKind.INTEREST, set);
        PaneSlot trades = PaneSlot.of(6, PaneKind.TRADES, set);
        boolean low = height < ROOM_FOR_TWO_ROWS;
        DeskPart left = low
                ? Tabs.of(ladder, watchlist, limits)
                : Split.of(Axis.DOWN, 0.38, Tabs.of(watchlist, limits), Tabs.of(ladder));
        DeskPart right = low
                ? Tabs.of(chart, interest, trades)
                : Split.of(Axis.DOWN, 0.5, Tabs.of(chart), Tabs.of(interest, trades));
        return new Desk(Split.of(Axis.ACROSS, Math.clamp(340 / width, 0.3, 0.45), left, right), List.of());
    }

    /// One pane of each kind: the watchlist over the limits, the ladder, the chart over open interest and trades.
    ///
    /// @param meet where they meet
    /// @param set what the user set in panes before
    static Desk usual(Dividers meet, PaneSettings set) {
        DeskPart left = Split.of(
                Axis.DOWN,
                meet.limits(),
                Tabs.of(PaneSlot.of(1, PaneKind.WATCHLIST, set)),
                Tabs.of(PaneSlot.of(2, PaneKind.LIMITS, set)));
        DeskPart right = Split.of(
                Axis.DOWN,
                meet.chart(),
                Tabs.of(PaneSlot.of(4, PaneKind.CHART, set)),
                Tabs.of(PaneSlot.of(5, PaneKind.INTEREST, set), PaneSlot.of(6, PaneKind.TRADES, set)));
        double ladder = (meet.ladder() - meet.watchlist()) / (1 - meet.watchlist());
        return new Desk(
                Split.of(
                        Axis.ACROSS,
                        meet.watchlist(),
                        left,
                        Split.of(Axis.ACROSS, ladder, Tabs.of(PaneSlot.of(3, PaneKind.LADDER, set)), right)),
                List.of());
    }

    /// Two ladders of two groups beside each other, the chart over trades and open interest.
    static Desk twoLadders(PaneSettings set) {
        DeskPart left = Split.of(
                Axis.DOWN,
                0.6,
                Tabs.of(PaneSlot.of(1, PaneKind.WATCHLIST, set)),
                Tabs.of(PaneSlot.of(2, PaneKind.LIMITS, set)));
        DeskPart ladders = Split.of(
                Axis.ACROSS,
                0.5,
                Tabs.of(PaneSlot.of(3, PaneKind.LADDER, set)),
                Tabs.of(PaneSlot.of(4, PaneKind.LADDER, set).withGroup(LinkGroup.B)));
        DeskPart right = Split.of(
                Axis.DOWN,
                0.6,
                Tabs.of(PaneSlot.of(5, PaneKind.CHART, set)),
                Tabs.of(PaneSlot.of(6, PaneKind.TRADES, set), PaneSlot.of(7, PaneKind.INTEREST, set)));
        return new Desk(Split.of(Axis.ACROSS, 0.24, left, Split.of(Axis.ACROSS, 0.54, ladders, right)), List.of());
    }

    /// Four charts of four groups, the watchlist as a column beside them.
    static Desk chartWall(PaneSettings set) {
        return new Desk(
                Split.of(
                        Axis.ACROSS,
                        0.24,
                        Tabs.of(PaneSlot.of(1, PaneKind.WATCHLIST, set)),
                        Split.of(
                                Axis.DOWN,
                                0.5,
                                Split.of(Axis.ACROSS, 0.5, chart(2, LinkGroup.A, set), chart(3, LinkGroup.B, set)),
                                Split.of(Axis.ACROSS, 0.5, chart(4, LinkGroup.C, set), chart(5, LinkGroup.D, set)))),
                List.of());
    }

    private static DeskPart chart(int id, LinkGroup group, PaneSettings set) {
        return Tabs.of(PaneSlot.of(id, PaneKind.CHART, set).withGroup(group));
    }
}
