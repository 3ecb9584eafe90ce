// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Optional;

/// The window's title: the selected code, its price, and whether that may be old, to be read from the task bar. Any
/// thread.
final class WindowTitle {

    private WindowTitle() {}

    static String of(Words words, Optional<InstrumentCode> code, Optional<InstrumentSnapshot> newest, boolean old) {
        return words.get("app.title")
                + code.map(known -> " — " + known).orElse("")
                + newest.map(InstrumentSnapshot::tick)
                        .map(tick -> " " + Formats.price(tick.last()) + " " + Formats.change(tick.change())
                                + (old ? " " + words.get("title.old") : ""))
                        .orElse("");
    }
}
