// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

/// A rule in force for one contract, and what it remembers of the records before. Session thread only; allocates only
/// when it is made.
final class ArmedRule {

    /// Figures have at most four decimals; their differences as `double` miss by far less than this.
    private static final double ROUNDING = 1e-9;

    private final AlertRule rule;
    private final SlidingRange range;
    private double previous = Double.NaN;
    private boolean held;
    private boolean everTold;
    private long toldAt;
    private long withheld;

    ArmedRule(AlertRule rule) {
        this.rule = rule;
        this.range = new SlidingRange(rule.condition().isChange() ? rule.seconds() : 0);
    }

    AlertRule rule() {
        return rule;
    }

    /// Whether the figure's new value is to be told now; one that is not known changes nothing.
    boolean isNews(double value, long second) {
        if (Double.isNaN(value)) {
            return false;
        }
        return begins(value, second) && isDue(second);
    }

    private boolean begins(double value, long second) {
        double level = rule.value();
        double before = previous;
        previous = value;
        return switch (rule.condition()) {
            case CROSSES_UP -> before < level && value >= level;
            case CROSSES_DOWN -> before > level && value <= level;
            case CROSSES -> (before < level && value >= level) || (before > level && value <= level);
            case AT_LEAST -> holdsNow(value >= level);
            case AT_MOST -> holdsNow(value <= level);
            case RISES_BY, FALLS_BY, CHANGES_BY -> moved(value, second);
        };
    }

    /// Whether a price that rose to `high` or fell to `low` where nobody saw it, after the newest value and before one
    /// that
    /// is on the same side of the level again, is to be told; the newest value stays what it was.
    boolean isNewsBetween(double high, double low, double next, long second) {
        double level = rule.value();
        double before = previous;
        boolean touchedAbove = before < level && high >= level && next < level;
        boolean touchedBelow = before > level && low <= level && next > level;
        boolean touched = switch (rule.condition()) {
            case CROSSES_UP -> touchedAbove;
            case CROSSES_DOWN -> touchedBelow;
            case CROSSES -> touchedAbove || touchedBelow;
            case AT_LEAST -> !held && touchedAbove;
            case AT_MOST -> !held && touchedBelow;
            case RISES_BY, FALLS_BY, CHANGES_BY -> false;
        };
        return touched && isDue(second);
    }

    private boolean isDue(long second) {
        if (everTold && second - toldAt < rule.coolDownSeconds()) {
            withheld++;
            return false;
        }
        everTold = true;
        toldAt = second;
        return true;
    }

    private boolean holdsNow(boolean holds) {
        boolean before = held && !rule.figure().isOfOneTrade();
        held = holds;
        return holds && !before;
    }

    /// One move is one piece of news: the range begins anew with the value that was told.
    private boolean moved(double value, long second) {
        range.add(value, second);
        boolean far = switch (rule.condition()) {
            case RISES_BY -> value - range.low() >= rule.value() - ROUNDING;
            case FALLS_BY -> range.high() - value >= rule.value() - ROUNDING;
            case CHANGES_BY -> Math.max(value - range.low(), range.high() - value) >= rule.value() - ROUNDING;
            case CROSSES_UP, CROSSES_DOWN, CROSSES, AT_LEAST, AT_MOST -> false;
        };
        if (far) {
            range.forget();
            range.add(value, second);
        }
        return far;
    }

    /// How often it was news since it was last told, within the cool-down; forgotten by being asked.
    long takeWithheld() {
        long count = withheld;
        withheld = 0;
        return count;
    }

    void newSession() {
        previous = Double.NaN;
        held = false;
        everTold = false;
        withheld = 0;
        range.forget();
    }
}
