// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What one column says of one code: a text and what it is ranked by. Immutable.
///
/// @param text as shown; [Formats#NOT_KNOWN] where the feed gave none
/// @param amount what it is ranked by; empty for a text, and for what is not known
/// @param tone how it is coloured; the text says the same by sign or word
record WatchValue(String text, OptionalDouble amount, Tone tone) {

    /// How a value is coloured.
    enum Tone {
        PLAIN,
        RISE,
        FALL,
        GOOD,
        CALM,
        DOUBTFUL,
        BAD
    }

    static final WatchValue NOT_KNOWN = new WatchValue(Formats.NOT_KNOWN, OptionalDouble.empty(), Tone.PLAIN);

    /// Smallest first, texts in their order; what is not known comes last either way.
    static Comparator<WatchValue> order(boolean descending) {
        Comparator<WatchValue> known = Comparator.comparingInt(value -> value.isKnown() ? 0 : 1);
        Comparator<WatchValue> amounts =
                Comparator.comparingDouble(value -> value.amount().orElse(0));
        Comparator<WatchValue> within =
                amounts.thenComparing(value -> value.amount().isPresent() ? "" : value.text());
        return known.thenComparing(descending ? within.reversed() : within);
    }

    private boolean isKnown() {
        return !text.equals(Formats.NOT_KNOWN);
    }

    static WatchValue text(String text) {
        return new WatchValue(text, OptionalDouble.empty(), Tone.PLAIN);
    }

    static WatchValue toned(String text, double rank, Tone tone) {
        return new WatchValue(text, OptionalDouble.of(rank), tone);
    }

    static WatchValue of(String text, double amount) {
        return toned(text, amount, Tone.PLAIN);
    }

    static WatchValue price(Optional<Price> price) {
        return price.map(known -> of(Formats.price(known), known.points())).orElse(NOT_KNOWN);
    }

    static WatchValue count(long count) {
        return of(Formats.count(count), (double) count);
    }

    static WatchValue count(OptionalLong count) {
        return count.isPresent() ? count(count.getAsLong()) : NOT_KNOWN;
    }

    /// A count of which any at all is a loss or a defect.
    static WatchValue faults(long count) {
        return toned(Formats.count(count), (double) count, count > 0 ? Tone.BAD : Tone.PLAIN);
    }

    static WatchValue signed(long count) {
        return toned(Formats.signed(count), (double) count, sign((double) count));
    }

    /// A difference with its sign.
    static WatchValue signed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NOT_KNOWN;
        }
        String text = Formats.decimal(value, decimals);
        return toned(value > 0 ? "+" + text : text, value, sign(value));
    }

    static WatchValue decimal(double value, int decimals) {
        return Double.isNaN(value) ? NOT_KNOWN : of(Formats.decimal(value, decimals), value);
    }

    /// A share of one, in percent.
    static WatchValue percent(double share, int decimals) {
        return Double.isNaN(share) ? NOT_KNOWN : of(Formats.decimal(100 * share, decimals) + "%", share);
    }

    static Tone sign(double value) {
        return value > 0 ? Tone.RISE : value < 0 ? Tone.FALL : Tone.PLAIN;
    }
}
