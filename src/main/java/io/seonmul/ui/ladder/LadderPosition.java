// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which rows the ladder shows, and when they move by themselves. FX thread only.
///
/// They follow the last price as the user's rule has it: near the edge they flash first, then put it into the middle
/// and say how far they moved; or they keep it in the middle; or they stay. While they are held they never move.
final class LadderPosition {

    /// How long the rows flash before they move, in nanoseconds.
    static final long FLASH = 700_000_000;

    private static final long BLINK = 175_000_000;
    private static final int NOTICE_SECONDS = 3;

    private @Nullable LadderRows window;
    private int rowCount;
    private boolean held;
    private long flash;
    private long moved;
    private int noticeSeconds;

    /// What the line over the rows says, and where.
    enum Hint {
        /// Nothing to say.
        NONE,
        /// The last price is out of view, above.
        LAST_ABOVE,
        /// The last price is out of view, below.
        LAST_BELOW,
        /// The rows are about to move by themselves.
        ABOUT_TO_MOVE,
        /// The rows have just moved by themselves.
        MOVED
    }

    /// Shows nothing.
    void forget() {
        window = null;
        clearNotice();
    }

    /// Says how many rows there is room for.
    ///
    /// @return whether that is another number than before
    boolean setRowCount(int rows) {
        boolean another = rows != rowCount;
        rowCount = rows;
        LadderRows now = window;
        if (another && now != null) {
            window = now.count() == 0 ? null : now.resized(rows);
        }
        return another;
    }

    int rowCount() {
        return rowCount;
    }

    /// Says whether the pointer or the keyboard is on the rows.
    ///
    /// @return whether it was not before
    boolean hold(boolean now) {
        boolean another = held != now;
        held = now;
        return another;
    }

    /// Puts the rows where the user wants them.
    void put(LadderRows next) {
        clearNotice();
        window = next;
    }

    /// Lets the rows follow the last price where that is allowed and needed.
    void follow(Price last, Price tickSize, int grouping, Recentre rule) {
        LadderRows now = window;
        if (rowCount == 0) {
            return;
        }
        if (now == null) {
            window = LadderRows.around(last, tickSize, grouping, rowCount);
        } else if (held) {
            flash = 0;
        } else {
            switch (rule) {
                case EDGE -> followAtEdge(now, last);
                case ALWAYS -> window = now.centredOn(last);
                case NEVER -> flash = 0;
            }
        }
    }

    private void followAtEdge(LadderRows now, Price last) {
        if (!now.isNearEdge(last)) {
            flash = 0;
        } else if (!now.shows(last)) {
            moveTo(now, last);
        } else if (flash <= 0) {
            flash = FLASH;
        }
    }

    private void moveTo(LadderRows now, Price last) {
        flash = 0;
        LadderRows next = now.centredOn(last);
        moved = noticeSeconds > 0 ? moved + next.ticksAbove(now) : next.ticksAbove(now);
        noticeSeconds = moved == 0 ? 0 : NOTICE_SECONDS;
        window = next;
    }

    /// Lets time pass: at the end of the flash the rows move.
    void pass(long nanos, Price last) {
        LadderRows now = window;
        if (flash > 0 && now != null) {
            flash -= nanos;
            if (flash <= 0) {
                moveTo(now, last);
            }
        }
    }

    /// A second passed.
    ///
    /// @return whether a notice ended
    boolean second() {
        if (noticeSeconds > 0 && --noticeSeconds == 0) {
            clearNotice();
            return true;
        }
        return false;
    }

    private void clearNotice() {
        flash = 0;
        moved = 0;
        noticeSeconds = 0;
    }

    /// Whether the rows flash before they move.
    boolean isFlashing() {
        return flash > 0;
    }

    /// Whether the flash is bright at this moment.
    boolean isBright() {
        return flash > 0 && (FLASH - flash) / BLINK % 2 == 0;
    }

    /// What there is to say while the last price is `last`.
    Hint hint(Price last) {
        LadderRows now = window;
        long outside = now == null ? 0 : now.ticksOutside(last);
        if (outside != 0) {
            return outside > 0 ? Hint.LAST_ABOVE : Hint.LAST_BELOW;
        }
        if (flash > 0) {
            return Hint.ABOUT_TO_MOVE;
        }
        return noticeSeconds > 0 ? Hint.MOVED : Hint.NONE;
    }

    /// How many ticks up the rows moved by themselves; negative for down.
    long moved() {
        return moved;
    }

    /// Where the rows stand; empty while nothing is shown.
    Optional<LadderRows> window() {
        return Optional.ofNullable(window);
    }
}
