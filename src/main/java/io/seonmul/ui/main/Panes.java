// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.chart.ChartView;
import io.seonmul.ui.chart.ChartViewModel;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.ladder.LadderView;
import io.seonmul.ui.ladder.LadderViewModel;
import io.seonmul.ui.limits.LimitLog;
import io.seonmul.ui.limits.LimitsView;
import io.seonmul.ui.limits.LimitsViewModel;
import io.seonmul.ui.openinterest.OpenInterestView;
import io.seonmul.ui.openinterest.OpenInterestViewModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/// The four panes that show the selected code, in one language. FX thread only.
///
/// @param ladder the price ladder
/// @param chart the intraday chart
/// @param interest open interest, basis and theory
/// @param limits limits and their warnings
record Panes(Pane ladder, Pane chart, Pane interest, Pane limits) {

    /// The panes in the language of `words`.
    ///
    /// @param settings as the user left them
    /// @param limitLog the limit events of all codes, which outlive the panes
    /// @param keep told whenever the user sets something else
    static Panes make(Words words, PaneSettings settings, LimitLog limitLog, Consumer<PaneSettings> keep) {
        LadderViewModel ladder = new LadderViewModel(words, settings.ladder());
        ChartViewModel chart = new ChartViewModel(settings.chart());
        OpenInterestViewModel interest = new OpenInterestViewModel(settings.interest(), words);
        LimitsViewModel limits = new LimitsViewModel(limitLog, settings.limits(), words);
        Stream.<ObservableValue<?>>of(
                        ladder.settings(),
                        chart.settingsProperty(),
                        interest.settingsProperty(),
                        limits.settingsProperty())
                .forEach(value -> value.addListener((property, before, now) -> keep.accept(new PaneSettings(
                        ladder.settings().get(),
                        chart.settingsProperty().get(),
                        interest.settingsProperty().get(),
                        limits.settingsProperty().get()))));
        return new Panes(
                new Pane(ViewLoader.load(new LadderView(ladder, words), words), feed(ladder)),
                new Pane(ViewLoader.load(new ChartView(chart, words), words), feed(chart)),
                new Pane(ViewLoader.load(new OpenInterestView(interest, words), words), feed(interest)),
                new Pane(ViewLoader.load(new LimitsView(limits, words), words), feed(limits, limitLog)));
    }

    private static PaneFeed feed(LadderViewModel model) {
        return new PaneFeed() {
            @Override
            public void show(InstrumentSnapshot snapshot) {
                model.show(snapshot);
            }

            @Override
            public void await(Optional<InstrumentCode> code) {
                code.ifPresentOrElse(model::await, model::clear);
            }

            @Override
            public void second(Instant now) {
                model.second(now);
            }
        };
    }

    private static PaneFeed feed(ChartViewModel model) {
        return new PaneFeed() {
            @Override
            public void show(InstrumentSnapshot snapshot) {
                model.show(snapshot);
            }

            @Override
            public void await(Optional<InstrumentCode> code) {
                code.ifPresentOrElse(model::await, model::clear);
            }
        };
    }

    private static PaneFeed feed(OpenInterestViewModel model) {
        return new PaneFeed() {
            @Override
            public void show(InstrumentSnapshot snapshot) {
                model.show(snapshot);
            }

            @Override
            public void await(Optional<InstrumentCode> code) {
                model.clear();
            }

            @Override
            public void second(Instant now) {
                model.second(now);
            }
        };
    }

    private static PaneFeed feed(LimitsViewModel model, LimitLog log) {
        return new PaneFeed() {
            @Override
            public void show(InstrumentSnapshot snapshot) {
                model.show(snapshot);
            }

            @Override
            public void await(Optional<InstrumentCode> code) {
                model.clear();
            }

            @Override
            public void changed(InstrumentSnapshot snapshot) {
                log.take(snapshot);
            }
        };
    }

    /// All of them as the window's model sees them.
    List<PaneFeed> feeds() {
        return Stream.of(ladder, chart, interest, limits).map(Pane::feed).toList();
    }
}
