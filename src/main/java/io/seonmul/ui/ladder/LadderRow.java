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

    /// A figure and its text: nothing for 0, a dash for what is not known.
    static final class Cell {
        /// Width of a comma, as a share of a digit's.
        private static final double NARROW = 0.5;

        private long value;
        private boolean atLeast;
        private String text = "";

        void set(long now) {
            set(now, false);
        }

        /// @param least whether the figure is only the least that it can be
        void set(long now, boolean least) {
            if (now != value || least != atLeast) {
                value = now;
                atLeast = least;
                text = now == LadderBook.UNKNOWN ? Formats.NOT_KNOWN : now == 0 ? "" : Formats.count(now);
                text += least && now > 0 ? "+" : "";
            }
        }

        /// A difference, written with its sign.
        void setSigned(long now) {
            if (now != value) {
                value = now;
                text = now == 0 ? "" : Formats.signed(now);
            }
        }

        long value() {
            return value;
        }

        String text() {
            return text;
        }

        /// The text, or thousands where it is wider than so many digits.
        String text(double digits) {
            if (Math.abs(value) < 1000 || width(text) <= digits) {
                return text;
            }
            String sign = text.startsWith("+") ? "+" : "";
            String thousands = sign + value / 1000 + "." + Math.abs(value) / 100 % 10 + "k";
            return width(thousands) <= digits ? thousands : sign + value / 1000 + "k";
        }

        /// In digits: a comma or a point is narrower.
        private static double width(String text) {
            long narrow = text.chars().filter(c -> c == ',' || c == '.').count();
            return text.length() - (1 - NARROW) * narrow;
        }
    }

    /// What waits here on one side of the book.
    static final class Queue {
        /// Contracts; 0 where no level is here.
        final Cell size = new Cell();

        /// Orders; 0 where none are told.
        final Cell orders = new Cell();

        /// Contracts stacked (more than 0) or pulled since this is the best price, or since the level behind it is
        /// seen;
        /// 0 where that is not known.
        final Cell net = new Cell();

        /// Whether the side has its best price here, or in front of here: a side's own half of the ladder.
        boolean side;

        /// Whether a level is here.
        boolean level;

        /// Whether it is the best one of its side.
        boolean best;

        /// Whether what waits here is not known, wholly or in part: beyond the levels that are told.
        boolean beyond;

        /// Whether the size is older than the last trade.
        boolean older;

        /// Whether the count of orders is.
        boolean ordersOlder;
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

    /// What waits here to be bought.
    final Queue bid = new Queue();

    /// What waits here to be sold.
    final Queue ask = new Queue();

    /// How many seconds ago the book's figures here were told; [LadderBook#UNKNOWN] where there are none.
    long age;

    /// What is marked here, in the order of importance.
    final List<LadderMark> marks = new ArrayList<>();

    /// Whether it lies between the best bid and the best ask.
    boolean inSpread;

    /// Whether the last trade was here.
    boolean last;

    /// Whether the last trade is here by now, while the picture is frozen at an earlier moment.
    boolean present;

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
