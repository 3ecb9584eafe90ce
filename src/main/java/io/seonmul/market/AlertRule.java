// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// What a user wants to be told of: a condition on a figure of one contract or of all. Immutable; any thread.
///
/// It is judged on every trade record, never on what the screen shows. A threshold may be of any unit, so it is a
/// `double`: the nearest to its two decimals, as is the record's figure that it is compared with, so that equal prices
/// compare as equal.
///
/// @param id tells it from others; two rules with one id are one rule before and after an edit
/// @param code the contract; empty for every watched one
/// @param figure what is looked at
/// @param condition what of it is news
/// @param value the level, or for a change by how much, in the figure's unit
/// @param seconds the exchange seconds that a change may take; 0 for a level
/// @param repeating whether it stays in force once told; otherwise it is told once, by whichever contract is first
/// @param coolDownSeconds exchange seconds of one contract in which it is told at most once
/// @param severity how loudly to say it
/// @param enabled whether it is in force
public record AlertRule(
        String id,
        Optional<InstrumentCode> code,
        AlertFigure figure,
        Condition condition,
        double value,
        int seconds,
        boolean repeating,
        int coolDownSeconds,
        LimitEvent.Severity severity,
        boolean enabled) {

    /// The longest time that a change may be measured over: an hour.
    public static final int MOST_SECONDS = 3_600;

    /// The shortest and the longest cool-down; and the usual one.
    public static final int LEAST_COOL_DOWN = 1;

    /// See [#LEAST_COOL_DOWN].
    public static final int MOST_COOL_DOWN = 86_400;

    /// See [#LEAST_COOL_DOWN].
    public static final int USUAL_COOL_DOWN = 60;

    /// What of the figure is news.
    public enum Condition {
        /// It was below the level and is not any more.
        CROSSES_UP,
        /// It was above the level and is not any more.
        CROSSES_DOWN,
        /// Either of them.
        CROSSES,
        /// It is at the level or above, also if it was when the rule began.
        AT_LEAST,
        /// It is at the level or below, also if it was when the rule began.
        AT_MOST,
        /// It rose by the value within the seconds.
        RISES_BY,
        /// It fell by the value within the seconds.
        FALLS_BY,
        /// Either of them.
        CHANGES_BY;

        /// Whether it is about a change within some time rather than about a level.
        public boolean isChange() {
            return switch (this) {
                case RISES_BY, FALLS_BY, CHANGES_BY -> true;
                case CROSSES_UP, CROSSES_DOWN, CROSSES, AT_LEAST, AT_MOST -> false;
            };
        }
    }

    /// @throws IllegalArgumentException if value, seconds or cool-down make no sense together
    public AlertRule {
        if (!Double.isFinite(value) || (condition.isChange() && value <= 0)) {
            throw new IllegalArgumentException("not a threshold: " + value);
        }
        if (condition.isChange() ? seconds < 1 || seconds > MOST_SECONDS : seconds != 0) {
            throw new IllegalArgumentException("not a time for " + condition + ": " + seconds);
        }
        if (coolDownSeconds < LEAST_COOL_DOWN || coolDownSeconds > MOST_COOL_DOWN) {
            throw new IllegalArgumentException("not a cool-down: " + coolDownSeconds);
        }
    }

    /// The rule that a level drawn at a price stands for: the last price crosses it, either way, told again after a
    /// minute at the earliest. The same code and level always give the same id, so setting it twice sets one rule.
    public static AlertRule lastCrosses(InstrumentCode code, Price level) {
        return new AlertRule(
                "level:" + code + ":" + level,
                Optional.of(code),
                AlertFigure.LAST,
                Condition.CROSSES,
                level.points(),
                0,
                true,
                USUAL_COOL_DOWN,
                LimitEvent.Severity.WARNING,
                true);
    }

    /// Whether it is about that contract.
    public boolean isAbout(InstrumentCode contract) {
        return code.isEmpty() || code.get().equals(contract);
    }

    /// The same rule, in force or not.
    public AlertRule withEnabled(boolean now) {
        return new AlertRule(id, code, figure, condition, value, seconds, repeating, coolDownSeconds, severity, now);
    }
}
