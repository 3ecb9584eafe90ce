// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.LocalTime;
import java.util.Optional;

/// What the tabs and windows of panes are called in one language. FX thread only.
///
/// @param links whose code each pane shows
record PaneTitles(Words words, CodeLinks links) {

    /// What a tab says. Immutable.
    ///
    /// @param mark the letter of its link group, or that it is pinned
    /// @param styleClass the colour of the mark
    /// @param title kind, and code where it is not the one in the window's headline
    /// @param spoken the same with the code, for a screen reader
    record Title(String mark, String styleClass, String title, String spoken) {}

    /// That a pane's figures may not be the market's present ones. Immutable.
    ///
    /// @param text since when, for the pane's strip
    /// @param explanation the tooltip
    record Age(String text, String explanation) {}

    /// What is said of figures of which the newest are of that exchange time.
    Age age(LocalTime newest) {
        String time = Formats.time(newest);
        return new Age(words.get("pane.old", time), words.get("pane.old.tip", time));
    }

    String kind(PaneKind kind) {
        return words.get("pane." + kind);
    }

    Title tab(PaneSlot pane) {
        String kind = kind(pane.kind());
        LinkGroup active = links.links().active();
        if (pane.kind() == PaneKind.WATCHLIST) {
            return new Title(
                    active.name(), active.styleClass(), kind, words.get("pane.spoken.watchlist", kind, active));
        }
        Optional<InstrumentCode> code = links.code(pane);
        // The ladder tells its code itself, and so does the headline that of the active group.
        boolean told = pane.kind() == PaneKind.LADDER || (pane.pinned().isEmpty() && pane.group() == active);
        String shown =
                code.filter(known -> !told).map(known -> kind + " " + known).orElse(kind);
        String spoken = kind + " " + code.map(Object::toString).orElse("");
        return pane.pinned().isPresent()
                ? new Title(
                        words.get("pane.pinned.mark"), "link-pinned", shown, words.get("pane.spoken.pinned", spoken))
                : new Title(
                        pane.group().name(),
                        pane.group().styleClass(),
                        shown,
                        words.get("pane.spoken.linked", spoken, pane.group()));
    }

    /// The title of a window whose first pane is `pane`.
    String window(PaneSlot pane) {
        return kind(pane.kind()) + links.code(pane).map(code -> " " + code).orElse("") + " — " + words.get("app.title");
    }
}
