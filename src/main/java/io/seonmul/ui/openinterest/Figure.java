// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.openinterest;

import io.seonmul.market.Price;
import io.seonmul.ui.fx.Formats;
import java.util.Optional;

/// A figure as it is written, and which way it points, for its colour.
///
/// @param text what to write; [Formats#NOT_KNOWN] where the feed gave none
/// @param sign 1 up, -1 down, 0 neither or unknown
record Figure(String text, int sign) {

    static final Figure NOT_KNOWN = new Figure(Formats.NOT_KNOWN, 0);

    static Figure signed(Optional<Price> difference) {
        return difference
                .map(value -> new Figure(Formats.signed(value), Long.signum(value.hundredths())))
                .orElse(NOT_KNOWN);
    }

    /// A change of a count with the mark that does not need a colour.
    static Figure change(long count) {
        String mark = count > 0 ? "▲ " : count < 0 ? "▼ " : "";
        return new Figure(mark + Formats.count(Math.abs(count)), Long.signum(count));
    }

    static Figure percent(double value) {
        return Double.isNaN(value) ? NOT_KNOWN : new Figure(Formats.signedPercent(value), (int) Math.signum(value));
    }

    static Figure price(Optional<Price> price) {
        return new Figure(Formats.price(price), 0);
    }
}
