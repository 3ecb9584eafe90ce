// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which code each link group shows, and which group the watchlist's selection is for. Immutable.
///
/// @param active the group that gets the code that is selected in the watchlist
/// @param codes of the groups that have one
public record Links(LinkGroup active, List<Linked> codes) {

    /// Every pane shows the watchlist's selection.
    public static final Links DEFAULT = new Links(LinkGroup.A, List.of());

    /// The code of one group. Immutable.
    public record Linked(LinkGroup group, InstrumentCode code) {}

    /// Copies the list.
    public Links {
        codes = List.copyOf(codes);
    }

    /// The code of `group`, if it has one.
    Optional<InstrumentCode> code(LinkGroup group) {
        return codes.stream()
                .filter(linked -> linked.group() == group)
                .map(Linked::code)
                .findFirst();
    }

    /// These links with `code` for `group`.
    Links with(LinkGroup group, Optional<InstrumentCode> code) {
        List<Linked> changed = new ArrayList<>(codes);
        changed.removeIf(linked -> linked.group() == group);
        code.ifPresent(known -> changed.add(new Linked(group, known)));
        return new Links(active, changed);
    }

    /// These links with the watchlist's selection for `group`.
    Links activated(LinkGroup group) {
        return new Links(group, codes);
    }
}
