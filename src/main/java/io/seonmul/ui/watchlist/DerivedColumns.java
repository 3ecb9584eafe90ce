// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.AuditReport;
import io.seonmul.market.BestQuote;
import io.seonmul.market.FeedGap;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar;
import io.seonmul.session.CodeState;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.css.PseudoClass;

/// What is computed from the records, and how well the feed does, as columns. FX thread only.
final class DerivedColumns {

    private static final int HALF_DAY = 43_200;
    private static final int DAY = 86_400;

    /// Exchange and own clock differ by more than this in a replay and in the demo: then no delay can be told.
    private static final int LONGEST_DELAY = 600;

    private final Words words;
    private final Function<WatchRow, String> names;
    private final List<WatchColumn> columns = new ArrayList<>();

    private DerivedColumns(Words words, Function<WatchRow, String> names) {
        this.words = words;
        this.names = names;
        figures();
        health();
    }

    /// @param names what a person calls a row's contract
    static List<WatchColumn> of(Words words, Function<WatchRow, String> names) {
        return List.copyOf(new DerivedColumns(words, names).columns);
    }

    private void figures() {
        add(
                "NAME",
                WatchColumn.Group.DERIVED,
                204,
                WatchColumn.Kind.TEXT,
                (row, _) -> WatchValue.text(names.apply(row)));
        add(
                WatchColumn.TREND,
                WatchColumn.Group.DERIVED,
                84,
                WatchColumn.Kind.TREND,
                (row, _) -> WatchValue.of("", row.direction()));
        derived("VWAP", 78, shown -> decimal(shown.sessionVwap(), 2));
        derived(
                "VWAP_GAP",
                74,
                shown -> shown.sessionVwap().isPresent()
                        ? WatchValue.signed(
                                shown.tick().last().points()
                                        - shown.sessionVwap().getAsDouble(),
                                2)
                        : WatchValue.NOT_KNOWN);
        derived(
                "CVD",
                74,
                shown -> shown.sessionDelta().isPresent()
                        ? WatchValue.signed(shown.sessionDelta().getAsLong())
                        : WatchValue.NOT_KNOWN);
        derived(
                "IMPLIED_SPOT",
                78,
                shown -> WatchValue.price(shown.tick().fairValue().impliedSpot()));
        derived("SPREAD_TICKS", 62, DerivedColumns::spread);
        derived("MIDDLE", 82, DerivedColumns::middle);
        derived(
                "RANGE",
                66,
                shown -> range(shown.tick())
                        .map(range -> WatchValue.decimal(range, 2))
                        .orElse(WatchValue.NOT_KNOWN));
        derived("RANGE_POSITION", 66, DerivedColumns::rangePosition);
        derived("HIGH_AT", 80, shown -> time(shown.extremes().highAt()));
        derived("LOW_AT", 80, shown -> time(shown.extremes().lowAt()));
        derived("BOOK_RATIO", 70, shown -> ratio(shown.tick().quote()));
        derived("DEPTH_ASK", 74, shown -> five(shown, Quote::asks));
        derived("DEPTH_BID", 74, shown -> five(shown, Quote::bids));
        derived("BAND_SECOND", 74, shown -> WatchValue.percent(shown.limits().secondConsumed(), 1));
        derived("BAND_MOST", 74, shown -> WatchValue.percent(shown.limits().mostConsumed(), 1));
        derived("TO_UPPER", 74, shown -> distance(shown, shown.limits().nearestUpper()));
        derived("TO_LOWER", 74, shown -> distance(shown, shown.limits().nearestLower()));
    }

    private void health() {
        add("STATE", WatchColumn.Group.HEALTH, 74, WatchColumn.Kind.TEXT, (row, _) -> state(row));
        add("DEPTH_STATE", WatchColumn.Group.HEALTH, 82, WatchColumn.Kind.TEXT, (row, _) -> depth(row));
        add("AGE", WatchColumn.Group.HEALTH, 66, WatchColumn.Kind.FIGURE, this::age);
        add("DELAY", WatchColumn.Group.HEALTH, 74, WatchColumn.Kind.FIGURE, DerivedColumns::delay);
        audited(
                "COMPLETENESS",
                88,
                audit -> WatchValue.toned(
                        CompletenessTexts.of(audit), audit.completenessPercent(), completenessTone(audit)));
        audited("LOST", 66, audit -> WatchValue.faults(audit.lostContracts()));
        audited("LOST_TRADES", 66, audit -> WatchValue.faults(audit.lostTrades()));
        audited("GAPS", 58, audit -> WatchValue.faults(audit.gaps().size()));
        audited("LAST_GAP", 108, this::lastGap);
        healthy("DOUBTS", 108, this::doubts);
        audited("RECORDS", 74, audit -> WatchValue.count(audit.records()));
        healthy("BOOKS", 74, shown -> WatchValue.count(shown.depth().records()));
        audited("DUPLICATES", 58, audit -> WatchValue.count(audit.duplicates()));
        audited("LATE", 58, audit -> WatchValue.count(audit.lateRecords()));
        audited("RESETS", 58, audit -> WatchValue.count(audit.resets()));
        audited(
                "CHECKS_FAILED",
                66,
                audit -> WatchValue.faults(audit.invariants().failures()));
        audited("QUOTE_RULE", 74, DerivedColumns::quoteRule);
        healthy("JOINED", 80, shown -> time(Optional.of(shown.joinedAt())));
    }

    private void add(
            String key,
            WatchColumn.Group group,
            int width,
            WatchColumn.Kind kind,
            BiFunction<WatchRow, Instant, WatchValue> value) {
        columns.add(new WatchColumn(
                key,
                group,
                words.get("watch.column." + key),
                words.get("watch.column." + key + ".tip"),
                width,
                kind,
                value));
    }

    private void derived(String key, int width, Function<InstrumentSnapshot, WatchValue> value) {
        add(key, WatchColumn.Group.DERIVED, width, WatchColumn.Kind.FIGURE, ofSnapshot(value));
    }

    private void healthy(String key, int width, Function<InstrumentSnapshot, WatchValue> value) {
        add(key, WatchColumn.Group.HEALTH, width, WatchColumn.Kind.FIGURE, ofSnapshot(value));
    }

    private void audited(String key, int width, Function<AuditReport, WatchValue> value) {
        healthy(key, width, shown -> value.apply(shown.audit()));
    }

    private static BiFunction<WatchRow, Instant, WatchValue> ofSnapshot(
            Function<InstrumentSnapshot, WatchValue> value) {
        return (row, _) -> row.snapshot().map(value).orElse(WatchValue.NOT_KNOWN);
    }

    private static WatchValue decimal(OptionalDouble value, int decimals) {
        return value.isPresent() ? WatchValue.decimal(value.getAsDouble(), decimals) : WatchValue.NOT_KNOWN;
    }

    private static WatchValue spread(InstrumentSnapshot shown) {
        BestQuote quote = shown.tick().quote();
        if (quote.ask().isEmpty() || quote.bid().isEmpty()) {
            return WatchValue.NOT_KNOWN;
        }
        long apart = quote.ask().get().minus(quote.bid().get()).hundredths();
        double ticks = (double) apart / shown.contract().tickSize().hundredths();
        return WatchValue.decimal(ticks, ticks == Math.rint(ticks) ? 0 : 1);
    }

    private static WatchValue middle(InstrumentSnapshot shown) {
        BestQuote quote = shown.tick().quote();
        return quote.ask().isEmpty() || quote.bid().isEmpty()
                ? WatchValue.NOT_KNOWN
                : WatchValue.decimal(
                        (quote.ask().get().points() + quote.bid().get().points()) / 2, 3);
    }

    private static Optional<Double> range(Tick tick) {
        return tick.dayRange()
                .high()
                .flatMap(
                        high -> tick.dayRange().low().map(low -> high.minus(low).points()));
    }

    /// Where the last price stands in the day's range: 0 at its low, 100 at its high.
    private static WatchValue rangePosition(InstrumentSnapshot shown) {
        Tick tick = shown.tick();
        double range = range(tick).orElse(0.0);
        return range <= 0
                ? WatchValue.NOT_KNOWN
                : WatchValue.percent(
                        tick.last()
                                        .minus(tick.dayRange().low().orElse(tick.last()))
                                        .points()
                                / range,
                        0);
    }

    private static WatchValue ratio(BestQuote quote) {
        if (quote.totalBidSize().isEmpty() || quote.totalAskSize().isEmpty()) {
            return WatchValue.NOT_KNOWN;
        }
        long bid = quote.totalBidSize().getAsLong();
        long all = bid + quote.totalAskSize().getAsLong();
        return all == 0 ? WatchValue.NOT_KNOWN : WatchValue.percent((double) bid / all, 1);
    }

    private static WatchValue five(InstrumentSnapshot shown, Function<Quote, List<Quote.Level>> side) {
        return shown.quote()
                .map(quote -> WatchValue.count(side.apply(quote).stream()
                        .mapToLong(level -> level.size().orElse(0))
                        .sum()))
                .orElse(WatchValue.NOT_KNOWN);
    }

    private static WatchValue distance(InstrumentSnapshot shown, Price distance) {
        return shown.limits().stages().isEmpty() ? WatchValue.NOT_KNOWN : WatchValue.price(Optional.of(distance));
    }

    private static WatchValue time(Optional<LocalTime> time) {
        return time.map(known -> WatchValue.of(Formats.time(known), known.toSecondOfDay()))
                .orElse(WatchValue.NOT_KNOWN);
    }

    private WatchValue state(WatchRow row) {
        FeedMark mark = FeedMark.of(row, words);
        boolean misleading = mark.look().equals(FeedMark.GOOD) && !row.isCurrent();
        return WatchValue.toned(
                mark.word(), severity(row.state()), misleading ? WatchValue.Tone.CALM : tone(mark.look()));
    }

    private WatchValue depth(WatchRow row) {
        DepthMark mark = DepthMark.of(row.wantsDepth(), row.depth(), words);
        double severity =
                row.wantsDepth() ? row.depth().map(DerivedColumns::severity).orElse(1.0) : -1;
        boolean misleading = mark.look().equals(FeedMark.GOOD) && !row.isCurrent();
        return WatchValue.toned(mark.word(), severity, misleading ? WatchValue.Tone.CALM : tone(mark.look()));
    }

    private static double severity(CodeState state) {
        return switch (state) {
            case CodeState.Flowing _ -> 0;
            case CodeState.Registered _ -> 1;
            case CodeState.Requested _ -> 2;
            case CodeState.Quiet _ -> 3;
            case CodeState.Closed _ -> 4;
            case CodeState.Stalled _ -> 5;
            case CodeState.NotTaken _ -> 6;
            case CodeState.Refused _ -> 7;
        };
    }

    private static WatchValue.Tone tone(PseudoClass look) {
        if (look.equals(FeedMark.GOOD)) {
            return WatchValue.Tone.GOOD;
        } else if (look.equals(FeedMark.DOUBTFUL)) {
            return WatchValue.Tone.DOUBTFUL;
        }
        return look.equals(FeedMark.BAD) ? WatchValue.Tone.BAD : WatchValue.Tone.CALM;
    }

    private WatchValue age(WatchRow row, Instant now) {
        return row.lastRecordAt()
                .map(at -> Math.max(0, Duration.between(at, now).toSeconds()))
                .map(seconds -> WatchValue.of(
                        seconds < 3_600
                                ? words.get("watch.column.AGE.seconds", Formats.count(seconds))
                                : words.get("watch.column.AGE.hours", Formats.decimal(seconds / 3_600.0, 1)),
                        (double) seconds))
                .orElse(WatchValue.NOT_KNOWN);
    }

    /// The bound of the newest record: a trade stamped `t` was made in `[t, t + 1 s)`.
    private static WatchValue delay(WatchRow row, Instant now) {
        return row.isTimed()
                ? row.snapshot().map(shown -> delay(shown.tick())).orElse(WatchValue.NOT_KNOWN)
                : WatchValue.NOT_KNOWN;
    }

    private static WatchValue delay(Tick tick) {
        double received =
                tick.receivedAt().atZone(TradingCalendar.SEOUL).toLocalTime().toNanoOfDay() / 1e9;
        double most = received - tick.time().toSecondOfDay();
        if (Math.abs(most) > HALF_DAY) {
            most -= Math.signum(most) * DAY;
        }
        return Math.abs(most) > LONGEST_DELAY
                ? WatchValue.NOT_KNOWN
                : WatchValue.of(Formats.decimal(most - 1, 1) + "–" + Formats.decimal(most, 1), most);
    }

    private WatchValue doubts(InstrumentSnapshot shown) {
        int contradicting = shown.doubts().size();
        return contradicting == 0
                ? WatchValue.of(words.get("watch.column.DOUBTS.none"), 0)
                : WatchValue.toned(
                        DoubtTexts.MARK + " " + new DoubtTexts(words).names(shown.doubts()),
                        contradicting,
                        WatchValue.Tone.DOUBTFUL);
    }

    private static WatchValue.Tone completenessTone(AuditReport audit) {
        if (audit.lostContracts() > 0) {
            return WatchValue.Tone.BAD;
        }
        return audit.unknownLosses() > 0 ? WatchValue.Tone.DOUBTFUL : WatchValue.Tone.PLAIN;
    }

    private WatchValue lastGap(AuditReport audit) {
        if (audit.gaps().isEmpty()) {
            return WatchValue.NOT_KNOWN;
        }
        FeedGap gap = audit.gaps().getLast();
        return WatchValue.toned(
                words.get("watch.column.LAST_GAP.text", Formats.time(gap.to()), Formats.count(gap.contracts())),
                gap.to().toSecondOfDay(),
                WatchValue.Tone.BAD);
    }

    private static WatchValue quoteRule(AuditReport audit) {
        long all = audit.quoteRuleAgreed() + audit.quoteRuleDisagreed();
        return all == 0 ? WatchValue.NOT_KNOWN : WatchValue.percent((double) audit.quoteRuleDisagreed() / all, 2);
    }
}
