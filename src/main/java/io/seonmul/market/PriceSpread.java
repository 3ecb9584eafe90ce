// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// How far the prices of a session lie apart, weighted by contracts. Session thread only.
///
/// Variance from running sums of the distance to the first price: in hundredths they are exact, so nothing cancels out.
final class PriceSpread {

    private long origin;
    private long contracts;
    private long sum;
    private double squares;

    /// @param price hundredths of a point
    void add(long price, long size) {
        if (contracts == 0) {
            origin = price;
        }
        long distance = price - origin;
        contracts += size;
        sum += distance * size;
        squares += (double) distance * distance * size;
    }

    /// Standard deviation in points; 0 while all trades had one price, NaN before the first.
    double deviation() {
        if (contracts == 0) {
            return Double.NaN;
        }
        double mean = (double) sum / contracts;
        return Math.sqrt(Math.max(0, squares / contracts - mean * mean)) / 100;
    }

    void clear() {
        contracts = 0;
        sum = 0;
        squares = 0;
    }
}
