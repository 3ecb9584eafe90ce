// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.timesales;

import io.seonmul.market.Aggressor;
import io.seonmul.market.TradeTape;
import java.util.Arrays;

/// Which trades of a tape make which line, oldest first: filtered, and joined if that is wanted. FX thread only.
///
/// Every trade is looked at once, when it comes; only another setting or another session begins anew, and a
/// late record where a side that it corrected decides what is shown. A loss or a block before a trade is a line
/// of its own and is never filtered out; the line of a loss stays when the trades come late, and tells that.
final class TradeLines {

    /// What a line tells.
    enum Kind {
        /// One trade, or several joined.
        PRINT,
        /// Contracts that were missing before its trade when it came.
        LOSS,
        /// A negotiated block that came with its trade.
        BLOCK
    }

    private static final int LEAST_ROOM = 256;

    private long[] first = new long[LEAST_ROOM];
    private int[] trades = new int[LEAST_ROOM];
    private int[] contracts = new int[LEAST_ROOM];
    private Kind[] kinds = new Kind[LEAST_ROOM];
    private int from;
    private int to;
    /// How many lines were dropped at the old end since the beginning: a line keeps its number.
    private long dropped;

    private TradesSettings settings;
    private long session;
    private long revision;
    private long next;
    private long shown;
    private long hidden;
    private final Group group = new Group();

    TradeLines(TradesSettings settings) {
        this.settings = settings;
    }

    /// The trades that the next one may still join.
    private static final class Group {
        private long first = -1;
        private int trades;
        private long contracts;
        private int second;
        private int price;
        private Aggressor side = Aggressor.NONE;
        private boolean visible;

        boolean takes(TradeTape tape, long trade) {
            return first >= 0
                    && trade == first + trades
                    && side != Aggressor.NONE
                    && tape.second(trade) == second
                    && tape.price(trade) == price
                    && tape.side(trade) == side
                    && missed(tape, trade) == 0
                    && tape.block(trade) == 0
                    && !tape.isLate(trade);
        }

        void begin(TradeTape tape, long trade) {
            first = trade;
            trades = 1;
            contracts = tape.size(trade);
            second = tape.second(trade);
            price = tape.price(trade);
            side = tape.side(trade);
            visible = false;
        }
    }

    /// Begins anew with other settings.
    void set(TradesSettings other) {
        settings = other;
        clear();
    }

    /// Forgets all lines.
    void clear() {
        from = 0;
        to = 0;
        dropped = 0;
        next = 0;
        shown = 0;
        hidden = 0;
        group.first = -1;
    }

    /// Takes in the trades that are new, up to number `end`.
    void take(TradeTape tape, long end) {
        if (tape.session() != session) {
            clear();
            session = tape.session();
        }
        next = Math.max(next, tape.first());
        while (next < end) {
            take(tape, next, next++);
        }
        while (from < to && first[from] < tape.first()) {
            from++;
            dropped++;
        }
    }

    /// Begins anew where a late record changed a side, and sides decide which trades are shown or joined.
    void takeAnewIfRewritten(TradeTape tape) {
        boolean bySide = settings.joined() || settings.sides() != TradesSettings.Sides.ALL;
        if (bySide && tape.session() == session && tape.revision() != revision) {
            clear();
        }
        revision = tape.revision();
    }

    private static int missed(TradeTape tape, long trade) {
        return tape.lostBefore(trade) + tape.cameLate(trade);
    }

    private void take(TradeTape tape, long trade, long number) {
        if (missed(tape, trade) > 0) {
            add(Kind.LOSS, number, 0, missed(tape, trade));
        }
        if (tape.block(trade) > 0) {
            add(Kind.BLOCK, number, 0, tape.block(trade));
        }
        if (settings.joined() && group.takes(tape, trade)) {
            group.trades++;
            group.contracts += tape.size(trade);
        } else {
            group.begin(tape, trade);
        }
        if (group.visible) {
            trades[to - 1] = group.trades;
            contracts[to - 1] = Math.clamp(group.contracts, 0, Integer.MAX_VALUE);
            shown++;
        } else if (isWanted(group.side, group.contracts)) {
            group.visible = true;
            add(Kind.PRINT, group.first, group.trades, Math.clamp(group.contracts, 0, Integer.MAX_VALUE));
            shown += group.trades;
            hidden -= group.trades - 1;
        } else {
            hidden++;
        }
    }

    private boolean isWanted(Aggressor side, long size) {
        boolean sideWanted = switch (settings.sides()) {
            case ALL -> true;
            case BUYERS -> side == Aggressor.BUYER;
            case SELLERS -> side == Aggressor.SELLER;
        };
        return sideWanted && size >= settings.least();
    }

    private void add(Kind kind, long number, int joined, int size) {
        if (to == first.length) {
            makeRoom();
        }
        kinds[to] = kind;
        first[to] = number;
        trades[to] = joined;
        contracts[to] = size;
        to++;
    }

    /// Moves the lines to the front where half of the room is free there, else doubles the room.
    private void makeRoom() {
        int count = to - from;
        int room = from > first.length / 2 ? first.length : 2 * first.length;
        first = Arrays.copyOf(Arrays.copyOfRange(first, from, to), room);
        trades = Arrays.copyOf(Arrays.copyOfRange(trades, from, to), room);
        contracts = Arrays.copyOf(Arrays.copyOfRange(contracts, from, to), room);
        kinds = Arrays.copyOf(Arrays.copyOfRange(kinds, from, to), room);
        from = 0;
        to = count;
    }

    /// The number of the oldest line that is still there.
    long begin() {
        return dropped;
    }

    /// One past the number of the newest line.
    long end() {
        return dropped + to - from;
    }

    private int slot(long line) {
        return (int) (line - dropped) + from;
    }

    Kind kind(long line) {
        return kinds[slot(line)];
    }

    /// The number of the line's first trade.
    long trade(long line) {
        return first[slot(line)];
    }

    /// How many trades are joined in the line.
    int trades(long line) {
        return trades[slot(line)];
    }

    /// Contracts of all of them.
    int contracts(long line) {
        return contracts[slot(line)];
    }

    /// One past the number of the newest trade that was looked at.
    long next() {
        return next;
    }

    /// Trades shown in lines, those of dropped lines included.
    long shown() {
        return shown;
    }

    /// Trades that the filters hide.
    long hidden() {
        return hidden;
    }
}
