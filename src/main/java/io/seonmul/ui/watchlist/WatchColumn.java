// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// A column that the watchlist can show and rank by: what it is called and what it says of a code. Immutable.
///
/// @param key what it is remembered by: a field's wire name, or a name of this product's own
/// @param group where the chooser lists it
/// @param title the header
/// @param explanation the header's tooltip, and what is searched besides the title
/// @param width pixels, at least what the title needs
/// @param kind how it is written
/// @param value what it says of a row at a moment
record WatchColumn(
        String key,
        Group group,
        String title,
        String explanation,
        int width,
        Kind kind,
        BiFunction<WatchRow, Instant, WatchValue> value) {

    /// The key of the trend, which is drawn.
    static final String TREND = "SPARKLINE";

    /// Makes room for the title and the mark of the ranking.
    WatchColumn {
        width = Math.max(width, room(title));
    }

    /// Pixels that a header takes, as near as an estimate comes: Hangul is as wide as it is high.
    private static int room(String title) {
        double text = title.chars()
                .mapToDouble(letter -> letter > 0x10FF ? 10.5 : 6.6)
                .sum();
        return (int) Math.ceil(text) + 30;
    }

    /// Where the chooser lists a column.
    enum Group {
        /// Computed from the record's figures.
        DERIVED,
        /// How well the feed does.
        HEALTH,
        /// The wire's 50 fields.
        FIELD
    }

    /// How a column is written.
    enum Kind {
        /// A figure, to the right.
        FIGURE,
        /// A text, to the left.
        TEXT,
        /// A drawing.
        TREND
    }

    /// What the column says of `row` at `now`.
    WatchValue of(WatchRow row, Instant now) {
        return value.apply(row, now);
    }

    /// Whether every word of `searched` is in its key, title or explanation, in any case.
    boolean matches(String searched) {
        String all = String.join(" ", key, title, explanation).toLowerCase(Locale.ROOT);
        return Stream.of(searched.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
    }

    /// The columns of `all` with those keys, in the order of the keys; unknown keys are left out.
    static List<WatchColumn> chosen(List<WatchColumn> all, List<String> keys) {
        return keys.stream()
                .distinct()
                .flatMap(key -> all.stream().filter(column -> column.key.equals(key)))
                .toList();
    }
}
