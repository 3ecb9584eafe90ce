// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// The index behind a product, as the synthetic market models it. Immutable.
///
/// @param name what tells it from other indices; products with one name share one path
/// @param level where it stands on the first day, in points
/// @param dayVolatility standard deviation of its return over one day
/// @param link correlation of its shocks with the common shock
/// @param cycleMonths months between two listed contract months
record Underlying(String name, double level, double dayVolatility, double link, int cycleMonths) {

    /// Levels are those of the real frames of 2026 (kis/frames.txt); an unknown product gets one of its own.
    static Underlying of(String product) {
        return switch (product) {
            case "A01" -> new Underlying("KOSPI200", 1081.20, 0.013, 1, 3);
            case "A05" -> new Underlying("KOSPI200", 1081.20, 0.013, 1, 1);
            case "A06" -> new Underlying("KOSDAQ150", 1724.50, 0.017, 0.72, 3);
            case "A04" -> new Underlying("V-KOSPI200", 31.40, 0.03, -0.78, 1);
            default -> new Underlying(product, 800 + Math.floorMod(product.hashCode() * 7919, 2_000), 0.015, 0.8, 3);
        };
    }
}
