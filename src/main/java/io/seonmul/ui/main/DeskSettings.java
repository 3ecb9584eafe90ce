// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.List;
import java.util.Optional;

/// What is remembered of the desk. Immutable.
///
/// @param desk how the panes stand; empty for the usual way, which fits the window
/// @param links whose code each of them shows
/// @param layouts the desks that were saved under a name
/// @param recent what was used in the command palette, the newest first
public record DeskSettings(Optional<Desk> desk, Links links, List<NamedDesk> layouts, List<String> recent) {

    /// Nothing arranged yet.
    public static final DeskSettings DEFAULT = new DeskSettings(Optional.empty(), Links.DEFAULT, List.of(), List.of());

    /// Copies the lists.
    public DeskSettings {
        layouts = List.copyOf(layouts);
        recent = List.copyOf(recent);
    }

    DeskSettings withDesk(Desk newDesk) {
        return new DeskSettings(Optional.of(newDesk), links, layouts, recent);
    }

    DeskSettings withLinks(Links newLinks) {
        return new DeskSettings(desk, newLinks, layouts, recent);
    }

    DeskSettings withLayouts(List<NamedDesk> newLayouts) {
        return new DeskSettings(desk, links, newLayouts, recent);
    }

    DeskSettings withRecent(List<String> newRecent) {
        return new DeskSettings(desk, links, layouts, newRecent);
    }
}
