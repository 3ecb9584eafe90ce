// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.List;

/// The desks that come with the monitor. Any thread.
final class Desks {

    private Desks() {}

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
