// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import java.util.Optional;

/// One pane of a desk: what it is, whose code it shows, and what the user set in it. Immutable.
///
/// @param id by which it is known in its desk
/// @param kind what it shows
/// @param group the link group that it follows
/// @param pinned the code that it shows whatever its group does
/// @param settings of which it uses the part of its kind
public record PaneSlot(int id, PaneKind kind, LinkGroup group, Optional<InstrumentCode> pinned, PaneSettings settings) {

    /// A pane of that kind that follows the first group.
    static PaneSlot of(int id, PaneKind kind, PaneSettings settings) {
        return new PaneSlot(id, kind, LinkGroup.A, Optional.empty(), settings);
    }

    PaneSlot withId(int newId) {
        return new PaneSlot(newId, kind, group, pinned, settings);
    }

    PaneSlot withGroup(LinkGroup newGroup) {
        return new PaneSlot(id, kind, newGroup, Optional.empty(), settings);
    }

    PaneSlot withPinned(Optional<InstrumentCode> newPinned) {
        return new PaneSlot(id, kind, group, newPinned, settings);
    }

    PaneSlot withSettings(PaneSettings newSettings) {
        return new PaneSlot(id, kind, group, pinned, newSettings);
    }
}
