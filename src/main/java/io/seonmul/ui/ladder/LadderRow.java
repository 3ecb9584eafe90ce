// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Price;
import io.seonmul.market.VolumeProfile;
import io.seonmul.ui.fx.Formats;
import java.util.ArrayList;
import java.util.List;

/// One row of the ladder, ready to be drawn; filled in place for every frame. FX thread only.
///
/// A text is made again only when its figure has changed: most rows of most frames have not.
final class LadderRow {

    /// A figure and its text; nothing is written for 0 or less.
    static final class Cell {
        private long value;
        private String text = "";

        void set(long now) {
            if (now != value) {
                value = now;
                text = now <= 0 ? "" : Formats.count(now);
            }
        }

        long value() {
            return value;
        }

        String text() {
            return text;
        }
    }

    private Price price = Price.ZERO;
    private String priceText = Formats.price(Price.ZERO);

    /// Contracts bought here by aggressive buyers.
    final Cell buy = new Cell();

    /// Contracts sold here by aggressive sellers.
    final Cell sell = new Cell();

    /// Contracts traded here without a side.
    final Cell auction = new Cell();

    /// All contracts traded here.
    final Cell total = new Cell();

    /// Contracts at the best bid if that is here.
    final Cell bid = new Cell();

    /// Contracts at the best ask if that is here.
    final Cell ask = new Cell();

    /// What is marked here, in the order of importance.
    final List<LadderMark> marks = new ArrayList<>();

    /// Whether the best bid is here or above.
    boolean bidSide;

    /// Whether the best ask is here or below.
    boolean askSide;

    /// Whether the last trade was here.
    boolean last;

    /// Whether no order can trade here now: beyond the dynamic band.
    boolean beyondBand;

    /// Whether the price is a round one, an anchor for the eye.
    boolean round;

    /// How fresh the latest trade here is, from 1 (this frame) to 0.
    double heat;

    void setPrice(Price now) {
        if (!now.equals(price)) {
            price = now;
            priceText = Formats.price(now);
        }
    }

    /// The lowest price of the row.
    Price price() {
        return price;
    }

    String priceText() {
        return priceText;
    }

    void setTraded(long bought, long sold, long none) {
        buy.set(bought);
        sell.set(sold);
        auction.set(none);
        total.set(bought + sold + none);
    }

    /// What was traded here.
    VolumeProfile.Level traded() {
        return new VolumeProfile.Level(buy.value(), sell.value(), auction.value());
    }
}
