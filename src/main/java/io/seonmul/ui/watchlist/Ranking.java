// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// In which order the rows are shown: the user's own, or ranked by a column. FX thread only.
///
/// Ranked rows change places at most every three seconds, and never while somebody points at them.
final class Ranking {

    /// The shortest time between two rankings.
    static final Duration INTERVAL = Duration.ofSeconds(3);

    private final ColumnsViewModel columns;
    private final ObservableList<WatchRow> shown = FXCollections.observableArrayList();
    private Instant rankedAt = Instant.MIN;
    private boolean held;
    private boolean arranging;

    Ranking(ColumnsViewModel columns) {
        this.columns = columns;
    }

    /// The rows as shown; for reading and listening only.
    ObservableList<WatchRow> shown() {
        return shown;
    }

    /// Whether the rows are changing places now, so that what a list makes of its selection meanwhile means nothing.
    boolean isArranging() {
        return arranging;
    }

    /// Whether somebody points at the rows, so that they must stay where they are.
    void hold(boolean pointed) {
        held = pointed;
    }

    /// Ranks anew if it is time to and nobody points at the rows; whether rows changed places.
    boolean rankIfDue(List<WatchRow> own, Instant now) {
        boolean due = columns.sortedBy().isPresent()
                && !held
                && (rankedAt.equals(Instant.MIN)
                        || Duration.between(rankedAt, now).compareTo(INTERVAL) >= 0);
        return due && rank(own, now);
    }

    /// Puts the rows of `own`, which is the user's order, into the order that is to be shown; whether anything changed.
    boolean rank(List<WatchRow> own, Instant now) {
        rankedAt = now;
        List<WatchRow> next = columns.sortedBy()
                .map(column -> {
                    Comparator<WatchValue> order = WatchValue.order(columns.isDescending());
                    return own.stream()
                            .map(row -> new Ranked(row, column.of(row, now)))
                            .sorted(Comparator.comparing(Ranked::value, order))
                            .map(Ranked::row)
                            .toList();
                })
                .orElseGet(() -> List.copyOf(own));
        if (next.equals(shown)) {
            return false;
        }
        arranging = true;
        shown.setAll(next);
        arranging = false;
        return true;
    }

    /// A row with what it is ranked by, which is computed once.
    private record Ranked(WatchRow row, WatchValue value) {}
}
