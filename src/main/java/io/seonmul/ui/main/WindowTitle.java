// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;

/// The window's title: the selected code, its price, and whether that may be old, to be read from the task bar. FX
/// thread only.
final class WindowTitle {

    private WindowTitle() {}

    static String of(Words words, MainViewModel shown) {
        String old = shown.oldProperty().get() ? " " + words.get("title.old") : "";
        return words.get("app.title")
                + shown.watchlist()
                        .selectedProperty()
                        .get()
                        .map(known -> " — " + known)
                        .orElse("")
                + shown.selectedProperty()
                        .get()
                        .map(InstrumentSnapshot::tick)
                        .map(tick -> " " + Formats.price(tick.last()) + " " + Formats.change(tick.change()) + old)
                        .orElse("");
    }
}
