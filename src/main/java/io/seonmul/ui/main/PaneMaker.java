// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.chart.ChartView;
import io.seonmul.ui.chart.ChartViewModel;
import io.seonmul.ui.chart.DrawnLevels;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.ladder.LadderView;
import io.seonmul.ui.ladder.LadderViewModel;
import io.seonmul.ui.limits.LimitDesk;
import io.seonmul.ui.limits.LimitsView;
import io.seonmul.ui.limits.LimitsViewModel;
import io.seonmul.ui.openinterest.OpenInterestView;
import io.seonmul.ui.openinterest.OpenInterestViewModel;
import io.seonmul.ui.timesales.TradesView;
import io.seonmul.ui.timesales.TradesViewModel;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;

/// Makes panes of every kind in one language, any number of each. FX thread only.
final class PaneMaker {

    private final Words words;
    private final Supplier<Node> watchlist;
    private final LimitDesk limits;
    private final DrawnLevels levels;
    private final Consumer<TradesViewModel> tradesFile;

    /// @param watchlist makes the watchlist, of which there is one
    /// @param limits what the limit panes share, which outlives them
    /// @param levels the lines that the charts share, which outlive them
    /// @param tradesFile asked to write the trades of a pane to a file
    PaneMaker(
            Words words,
            Supplier<Node> watchlist,
            LimitDesk limits,
            DrawnLevels levels,
            Consumer<TradesViewModel> tradesFile) {
        this.words = words;
        this.watchlist = watchlist;
        this.limits = limits;
        this.levels = levels;
        this.tradesFile = tradesFile;
    }

    /// A new pane.
    ///
    /// @param settings what the user set in panes before; it takes the part of its kind
    /// @param keep told how to change the settings whenever the user sets something else in this pane
    Pane make(PaneKind kind, PaneSettings settings, Consumer<UnaryOperator<PaneSettings>> keep) {
        return switch (kind) {
            case WATCHLIST -> new Pane(watchlist.get(), new Unfed());
            case LADDER -> {
                LadderViewModel model = new LadderViewModel(words, settings.ladder());
                model.settings().addListener((property, before, now) -> keep.accept(all -> all.withLadder(now)));
                yield new Pane(
                        ViewLoader.load(new LadderView(model, words, levels::add), words), model, model::session);
            }
            case CHART -> {
                ChartViewModel model = new ChartViewModel(settings.chart(), levels);
                model.settingsProperty().addListener((property, before, now) -> keep.accept(all -> all.withChart(now)));
                yield new Pane(ViewLoader.load(new ChartView(model, words), words), model);
            }
            case INTEREST -> {
                OpenInterestViewModel model = new OpenInterestViewModel(settings.interest(), words);
                model.settingsProperty()
                        .addListener((property, before, now) -> keep.accept(all -> all.withInterest(now)));
                yield new Pane(ViewLoader.load(new OpenInterestView(model, words), words), model);
            }
            case TRADES -> {
                TradesViewModel model = new TradesViewModel(settings.trades(), words);
                model.settingsProperty()
                        .addListener((property, before, now) -> keep.accept(all -> all.withTrades(now)));
                yield new Pane(ViewLoader.load(new TradesView(model, words, tradesFile), words), model);
            }
            case LIMITS -> {
                LimitsViewModel model = new LimitsViewModel(limits, settings.limits(), words);
                model.settingsProperty()
                        .addListener((property, before, now) -> keep.accept(all -> all.withLimits(now)));
                yield new Pane(ViewLoader.load(new LimitsView(model, words), words), model);
            }
        };
    }

    /// The ear of a pane that is told of every code in another way.
    private record Unfed() implements PaneFeed {
        @Override
        public void show(InstrumentSnapshot snapshot) {}

        @Override
        public void await(InstrumentCode code) {}

        @Override
        public void clear() {}
    }
}
