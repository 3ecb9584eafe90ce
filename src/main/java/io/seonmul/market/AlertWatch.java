// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Holds one contract's records to the rules of an [AlertBook]. Session thread only.
///
/// Without rules a record costs one comparison; with rules that have nothing to tell it allocates nothing. A rule that
/// stays as it is when others change keeps what it remembers.
final class AlertWatch {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final ArmedRule[] NONE = {};

    private final Contract contract;
    private final AlertBook book;
    private final LimitEvents events;
    private ArmedRule[] armed = NONE;
    private int version;

    AlertWatch(Contract contract, AlertBook book, LimitEvents events) {
        this.contract = contract;
        this.book = book;
        this.events = events;
    }

    /// Takes the next record, after all else was folded.
    ///
    /// @param second exchange second of the record, beyond midnight counted on
    void add(Tick tick, long second, FeedAudit audit, LimitWatch limits) {
        armIfChanged();
        for (ArmedRule each : armed) {
            double value = value(each.rule().figure(), tick, audit, limits);
            if (each.isNews(value, second) && !book.isSpent(each.rule())) {
                fire(each, tick, value, "");
            }
        }
    }

    /// Takes a gap, before the record that closed it is added: a new high or low of the session proves which levels of
    /// the last price were touched in it, even where the price has come back.
    ///
    /// @param second exchange second of the record that closed it
    void addGap(Tick before, Tick closing, FeedGap gap, long second) {
        armIfChanged();
        double high = moved(Figure.HIGH, before, closing);
        double low = moved(Figure.LOW, before, closing);
        double last = points(closing, Figure.LAST);
        for (ArmedRule each : armed) {
            AlertRule rule = each.rule();
            if (rule.figure() == AlertFigure.LAST
                    && each.isNewsBetween(high, low, last, second)
                    && !book.isSpent(rule)) {
                fire(
                        each,
                        closing,
                        rule.value(),
                        gap.from()
                                .map(from -> SECONDS.format(from) + "-" + SECONDS.format(gap.to()))
                                .orElse(""));
            }
        }
    }

    /// NaN, which is neither above nor below a level, where the figure did not move.
    private static double moved(Figure figure, Tick before, Tick tick) {
        return tick.figure(figure) == before.figure(figure) ? Double.NaN : points(tick, figure);
    }

    private void armIfChanged() {
        if (version != book.version()) {
            arm();
        }
    }

    private void arm() {
        List<ArmedRule> now = new ArrayList<>();
        for (AlertRule rule : book.rules()) {
            if (rule.enabled() && rule.isAbout(contract.code())) {
                now.add(find(rule).orElseGet(() -> new ArmedRule(rule)));
            }
        }
        armed = now.toArray(ArmedRule[]::new);
        version = book.version();
    }

    private Optional<ArmedRule> find(AlertRule rule) {
        for (ArmedRule each : armed) {
            if (each.rule().equals(rule)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// @param outage from when to when nobody saw it, where it is proved by the record that closed a gap
    private void fire(ArmedRule each, Tick tick, double value, String outage) {
        AlertRule rule = each.rule();
        book.told(rule);
        events.add(
                tick,
                new LimitEvents.Told(
                        LimitEvent.Kind.ALERT,
                        rule.severity(),
                        tick.last(),
                        Optional.empty(),
                        value,
                        outage,
                        each.takeWithheld(),
                        Optional.of(rule)));
    }

    /// Begins a new session: totals begin anew, so that nothing may be compared with what was before.
    void newSession() {
        for (ArmedRule each : armed) {
            each.newSession();
        }
    }

    private double value(AlertFigure figure, Tick tick, FeedAudit audit, LimitWatch limits) {
        return switch (figure) {
            case CHANGE -> difference(tick, Figure.LAST, Figure.BASE);
            case LAST,
                    OPEN,
                    HIGH,
                    LOW,
                    FROM_OPEN,
                    FROM_HIGH,
                    FROM_LOW,
                    THEORETICAL_PRICE,
                    MARKET_BASIS,
                    THEORETICAL_BASIS,
                    MISPRICING,
                    SPREAD,
                    ASK,
                    BID,
                    UPPER_LIMIT,
                    LOWER_LIMIT -> points(tick, figure.figure().orElseThrow());
            case SIZE,
                    VOLUME,
                    TURNOVER,
                    BLOCK_VOLUME,
                    ASK_SIZE,
                    BID_SIZE,
                    TOTAL_ASK_SIZE,
                    TOTAL_BID_SIZE,
                    BUY_TRADES,
                    SELL_TRADES,
                    NET_BUY_TRADES,
                    BUY_VOLUME,
                    SELL_VOLUME -> whole(tick, figure.figure().orElseThrow());
            case OPEN_INTEREST, OPEN_INTEREST_CHANGE, OPEN_INTEREST_STEP ->
                tick.figure(Figure.OPEN_INTEREST) == 0 // not yet published
                        ? Double.NaN
                        : whole(tick, figure.figure().orElseThrow());
            case CHANGE_RATE, VOLUME_RATE, MISPRICING_RATE, STRENGTH, BUY_RATE ->
                tick.rate(figure.figure().orElseThrow());
            case DIRECTION -> digit((char) tick.figure(Figure.DIRECTION));
            case LIMIT_CODE -> digit(tick.limitCode());
            case SESSION_VWAP -> contract.sessionVwap(tick);
            case VWAP_DISTANCE -> points(tick, Figure.LAST) - contract.sessionVwap(tick);
            case VWAP_DISTANCE_RATE -> 100 * (points(tick, Figure.LAST) / contract.sessionVwap(tick) - 1);
            case IMPLIED_SPOT -> impliedSpot(tick);
            case QUOTE_WIDTH -> difference(tick, Figure.ASK, Figure.BID);
            case SESSION_DELTA -> whole(tick, Figure.BUY_VOLUME) - whole(tick, Figure.SELL_VOLUME);
            case LOST_CONTRACTS -> audit.lostContracts();
            case COMPLETENESS -> audit.completenessPercent();
            case STAGE_DISTANCE -> limits.stageDistancePercent();
            case PRINT_CONSUMED -> 100 * limits.printConsumed();
            case SECOND_CONSUMED -> 100 * limits.secondConsumed();
        };
    }

    private static double points(Tick tick, Figure figure) {
        return whole(tick, figure) / 100;
    }

    private static double whole(Tick tick, Figure figure) {
        long value = tick.figure(figure);
        return value == Figure.ABSENT ? Double.NaN : value;
    }

    private static double difference(Tick tick, Figure one, Figure other) {
        long first = tick.figure(one);
        long second = tick.figure(other);
        return first == Figure.ABSENT || second == Figure.ABSENT ? Double.NaN : (first - second) / 100.0;
    }

    /// As [FairValue#impliedSpot], without making one of every record.
    private static double impliedSpot(Tick tick) {
        double byMarket = difference(tick, Figure.LAST, Figure.MARKET_BASIS);
        double byTheory = difference(tick, Figure.THEORETICAL_PRICE, Figure.THEORETICAL_BASIS);
        return Math.round(100 * Math.abs(byMarket - byTheory)) <= FairValue.ROUNDING
                        && !Double.isNaN(byMarket - byTheory)
                ? byTheory
                : Double.NaN;
    }

    private static double digit(String code) {
        return code.length() == 1 ? digit(code.charAt(0)) : Double.NaN;
    }

    private static double digit(char code) {
        return code >= '0' && code <= '9' ? code - '0' : Double.NaN;
    }
}
