// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The four panes that show the selected code, in one language. FX thread only.
///
/// @param ladder the price ladder
/// @param chart the intraday chart
/// @param interest open interest, basis and theory
/// @param limits limits and their warnings
record Panes(Pane ladder, Pane chart, Pane interest, Pane limits) {

    /// The panes in the language of `words`.
    static Panes make(Words words) {
        return new Panes(
                place(words, "ladder"), place(words, "chart"), place(words, "interest"), place(words, "limits"));
    }

    private static Pane place(Words words, String name) {
        Label title = new Label(words.get("pane." + name));
        title.getStyleClass().add("pane-title");
        VBox box = new VBox(title);
        box.getStyleClass().addAll("pane", "pane-header");
        return new Pane(box, new PaneFeed() {
            @Override
            public void show(InstrumentSnapshot snapshot) {}

            @Override
            public void clear() {}
        });
    }

    /// All of them as the window's model sees them.
    List<PaneFeed> feeds() {
        return Stream.of(ladder, chart, interest, limits).map(Pane::feed).toList();
    }
}
