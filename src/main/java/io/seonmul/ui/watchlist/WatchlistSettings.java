// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.InstrumentCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the user set in the watchlist and finds again after a restart. Immutable.
///
/// @param form how the codes are shown
/// @param columns keys of the table's columns in the user's order; what no version knows is left out
/// @param sorting by which column the rows are ranked; empty for the user's own order
/// @param withoutDepth codes whose depth the user does not want; of every other watched code it is asked for
public record WatchlistSettings(
        Form form, List<String> columns, Optional<Sorting> sorting, List<InstrumentCode> withoutDepth) {

    /// How the codes are shown.
    public enum Form {
        /// Two lines a code, everything that matters at a glance.
        CARDS,
        /// One line a code, with the user's columns.
        TABLE
    }

    /// By which column rows are ranked. Immutable.
    ///
    /// @param column the column's key
    /// @param descending whether the largest comes first
    public record Sorting(String column, boolean descending) {}

    /// Cards in the user's order, depth of every code.
    public static final WatchlistSettings DEFAULT = new WatchlistSettings(
            Form.CARDS,
            List.of(
                    "FUTS_PRPR",
                    "FUTS_PRDY_VRSS",
                    "FUTS_PRDY_CTRT",
                    "SPARKLINE",
                    "ACML_VOL",
                    "HTS_OTST_STPL_QTY",
                    "VWAP",
                    "CVD",
                    "MRKT_BASIS",
                    "COMPLETENESS",
                    "STATE"),
            Optional.empty(),
            List.of());

    /// Copies the lists.
    public WatchlistSettings {
        columns = List.copyOf(columns);
        withoutDepth = List.copyOf(withoutDepth);
    }

    /// Whether the user wants the depth of `code`.
    public boolean wantsDepth(InstrumentCode code) {
        return !withoutDepth.contains(code);
    }

    WatchlistSettings withDepth(InstrumentCode code, boolean wanted) {
        Stream<InstrumentCode> others = withoutDepth.stream().filter(other -> !other.equals(code));
        return new WatchlistSettings(
                form, columns, sorting, (wanted ? others : Stream.concat(others, Stream.of(code))).toList());
    }

    WatchlistSettings withForm(Form newForm) {
        return new WatchlistSettings(newForm, columns, sorting, withoutDepth);
    }

    WatchlistSettings withColumns(List<String> newColumns) {
        return new WatchlistSettings(form, newColumns, sorting, withoutDepth);
    }

    WatchlistSettings withSorting(Optional<Sorting> newSorting) {
        return new WatchlistSettings(form, columns, newSorting, withoutDepth);
    }
}
