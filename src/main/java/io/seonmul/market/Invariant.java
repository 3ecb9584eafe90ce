// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// A relation that the exchange's totals keep from record to record; each is counted as passed or failed, live.
///
/// Source and numbering: kis/invariants.md.
public enum Invariant {
    /// Volume grows by the size of the trade.
    I1,
    /// Turnover grows by price x size x multiplier, to the thousand won.
    I2,
    /// Exactly one side's volume grows by the size of the trade.
    I3,
    /// The two counts of trades grow by one together.
    I4,
    /// The net count is buy trades less sell trades.
    I5,
    /// Trade strength is 100 x buy volume / sell volume.
    I6,
    /// Buy rate is buy volume's share of both sides.
    I7,
    /// Volume less both sides is constant but for auctions and blocks.
    I8,
    /// Mispricing is last less theoretical price, its rate that in percent of it.
    I9,
    /// Both bases imply the same underlying index.
    I10,
    /// Change from open, high and low are the last price less each.
    I11,
    /// The dynamic band is centred on the last price.
    I12,
    /// Times of open, high and low are sent as 000000.
    I13,
    /// The change has the sign that its own code says.
    I14
}
