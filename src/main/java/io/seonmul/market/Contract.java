// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One listed contract: its code and the product whose multiplier and tick size it has. Immutable; any thread.
///
/// @param code the code the exchange gives it
/// @param product its product; [Product#unknown] where the table has none
public record Contract(InstrumentCode code, Product product) {

    private static final Price FINEST_TICK = Price.ofHundredths(1);

    /// The step of the price ladder: the product's tick size, or 0.01 point where that is not known.
    public Price tickSize() {
        return product.tickSize().orElse(FINEST_TICK);
    }

    /// What one point of one contract is worth, in won; empty where not known.
    public OptionalLong krwPerPoint() {
        return product.krwPerPoint();
    }

    /// The average price, in points, at which `contracts` changed hands for `turnover` thousand won; empty if there
    /// were none or the multiplier is not known.
    public OptionalDouble averagePrice(long turnover, long contracts) {
        return contracts <= 0 || krwPerPoint().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        turnover * 1000.0 / contracts / krwPerPoint().getAsLong());
    }

    /// The average price of the session up to a record, in points; NaN where the multiplier is not known, and where it
    /// would lie outside of the day's range: then value and volume contradict each other.
    double sessionVwap(Tick tick) {
        if (krwPerPoint().isEmpty() || tick.volume() <= 0) {
            return Double.NaN;
        }
        double vwap = tick.turnover() * 1000.0 / tick.volume() / krwPerPoint().getAsLong();
        return tick.hasInRange(vwap) ? vwap : Double.NaN;
    }

    /// The name a person knows it by, such as `KOSPI200 선물 2026-12`.
    ///
    /// @param locale Korean gives the product's Korean name, anything else the English one
    /// @param today the month in which the year's last digit is read
    public String displayName(Locale locale, YearMonth today) {
        String name = locale.getLanguage().equals(Locale.KOREAN.getLanguage()) ? product.korean() : product.english();
        return code.isOutright() ? name + " " + code.month(today) : name;
    }
}
