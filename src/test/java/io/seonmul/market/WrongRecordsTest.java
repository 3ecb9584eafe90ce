// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A day of 200 records in which some were replaced by wrong ones: every kind at every position, every pair close
/// together, and pairs at random.
///
/// Held: the newest shown record is never older than the newest good one; and five good records after a wrong one all
/// that is folded, the loss included, equals the day in which the wrong record's trade came, or the day in which it was
/// lost. `-Dseonmul.wrong.pairs=1000000 -Dseonmul.wrong.seed=N` for more and other pairs.
class WrongRecordsTest {

    private static final int RECORDS = 200;
    private static final int GOOD_AFTER = 5;
    private static final int LEAD = 10;
    private static final int CLOSE = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /// Two hundred records of a day, with what can come in their places.
    record Day(Contract contract, List<Tick> ticks, List<Tick> yesterday, List<Tick> foreign) {

        static Day of(String code, long seed, int from) {
            Contract contract = SyntheticTicks.contract(code);
            List<Tick> two = SyntheticTicks.days(seed, code, 2);
            int second = 1;
            while (two.get(second).volume() > two.get(second - 1).volume()) {
                second++;
            }
            return new Day(
                    contract,
                    today(contract, two.subList(second + from, second + from + RECORDS)),
                    today(contract, two.subList(from, from + RECORDS)),
                    today(contract, SyntheticTicks.days(seed + 1, "A06612", 1).subList(from, from + RECORDS)));
        }

        private static List<Tick> today(Contract contract, List<Tick> some) {
            return some.stream()
                    .map(tick -> tick(contract, SampleTick.draftOf(tick), tick.time(), tick.raw()))
                    .toList();
        }

        @Override
        public String toString() {
            return contract.code().text();
        }
    }

    /// One of many trades a second, and one of few in an hour.
    private static final List<Day> DAYS = List.of(Day.of("A05612", 7, 1_000), Day.of("A01703", 9, 40));

    static List<Day> days() {
        return DAYS;
    }

    private static Tick tick(Contract contract, Tick.Draft draft, LocalTime received, String text) {
        Instant at = TODAY.atTime(received).atZone(TradingCalendar.SEOUL).toInstant();
        return draft.tick(contract.code(), at, 50, WireText.of(text));
    }

    /// What a total becomes.
    private enum Change {
        UP {
            @Override
            long of(long total) {
                return total + 5_000;
            }
        },
        UP_A_LITTLE {
            @Override
            long of(long total) {
                return total + 3;
            }
        },
        DOWN {
            @Override
            long of(long total) {
                return Math.max(0, total - 5_000);
            }
        },
        DOWN_A_LITTLE {
            @Override
            long of(long total) {
                return Math.max(0, total - 3);
            }
        },
        ZERO {
            @Override
            long of(long total) {
                return 0;
            }
        },
        DIGIT_MORE {
            @Override
            long of(long total) {
                return total * 10 + 7;
            }
        },
        DIGIT_LESS {
            @Override
            long of(long total) {
                return total / 10;
            }
        };

        abstract long of(long total);
    }

    /// A wrong record in the place of a good one.
    @FunctionalInterface
    private interface Wrong {
        /// Empty where the wire would have nothing that can be decoded.
        Optional<Tick> at(Day day, int index);
    }

    private record Kind(String name, Wrong wrong) {

        boolean isOfTime() {
            return name.startsWith("hour") || name.equals("000000");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Figure> TOTALS = List.of(
            Figure.VOLUME,
            Figure.TURNOVER,
            Figure.BUY_VOLUME,
            Figure.SELL_VOLUME,
            Figure.BUY_TRADES,
            Figure.SELL_TRADES,
            Figure.BLOCK_VOLUME);

    private static final List<Kind> KINDS = kinds();

    private static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind("hour on", figure(Figure.TIME, time -> Math.min(time + 3_600, 86_399))));
        kinds.add(new Kind("hour back", figure(Figure.TIME, time -> time - 3_600)));
        kinds.add(new Kind("000000", figure(Figure.TIME, _ -> 0)));
        kinds.add(new Kind("240000", (_, _) -> Optional.empty()));
        kinds.add(new Kind("price with a digit more", figure(Figure.LAST, price -> price * 10 + 5)));
        kinds.add(new Kind("price with a digit less", figure(Figure.LAST, price -> price / 10)));
        kinds.add(new Kind("price above the high", beside(Figure.HIGH, 40)));
        kinds.add(new Kind("price below the low", beside(Figure.LOW, -40)));
        for (Figure total : TOTALS) {
            for (Change change : Change.values()) {
                kinds.add(new Kind(total + " " + change, figure(total, change::of)));
            }
        }
        kinds.add(new Kind(
                "another contract's", (day, i) -> Optional.of(day.foreign().get(i))));
        kinds.add(
                new Kind("yesterday's", (day, i) -> Optional.of(day.yesterday().get(i))));
        kinds.add(new Kind(
                "the one before again", (day, i) -> Optional.of(day.ticks().get(Math.max(0, i - 1)))));
        kinds.add(new Kind(
                "an older one again", (day, i) -> Optional.of(day.ticks().get(Math.max(0, i - 7)))));
        return kinds;
    }

    private static Wrong beside(Figure extreme, long hundredths) {
        return (day, i) ->
                Optional.of(changed(day, i, Figure.LAST, day.ticks().get(i).figure(extreme) + hundredths));
    }

    private static Wrong figure(Figure figure, java.util.function.LongUnaryOperator change) {
        return (day, i) -> Optional.of(
                changed(day, i, figure, change.applyAsLong(day.ticks().get(i).figure(figure))));
    }

    private static Tick changed(Day day, int index, Figure figure, long value) {
        Tick good = day.ticks().get(index);
        return tick(
                day.contract(),
                SampleTick.draftOf(good).set(figure, value),
                good.time(),
                good.raw() + "^" + figure + "=" + value);
    }

    private static final AlertBook RULES = rules();

    private static AlertBook rules() {
        AlertBook book = new AlertBook();
        List<AlertRule> rules = new ArrayList<>();
        for (Day day : DAYS) {
            long[] prices = day.ticks().stream()
                    .flatMapToLong(tick -> LongStream.of(tick.figure(Figure.LAST)))
                    .sorted()
                    .toArray();
            for (int share = 1; share < 8; share++) {
                rules.add(AlertRule.lastCrosses(
                        day.contract().code(), Price.ofHundredths(prices[prices.length * share / 8])));
            }
        }
        book.set(rules);
        return book;
    }

    /// What was folded, in words that differ where anything of it does.
    private static String folded(Instrument instrument, boolean sides) {
        InstrumentSnapshot snapshot = instrument.snapshot().orElseThrow();
        StringBuilder all = new StringBuilder();
        Stream.concat(snapshot.bars().completed().stream(), snapshot.bars().live().stream())
                .forEach(bar -> all.append(bar.start())
                        .append(' ')
                        .append(bar.open())
                        .append(bar.high())
                        .append(bar.low())
                        .append(bar.close())
                        .append(' ')
                        .append(bar.volume())
                        .append(' ')
                        .append(sides ? bar.buyVolume() : 0)
                        .append(' ')
                        .append(sides ? bar.sellVolume() : 0)
                        .append(' ')
                        .append(bar.trades())
                        .append(' ')
                        .append(bar.lostContracts())
                        .append(' ')
                        .append(bar.lostTrades())
                        .append(' ')
                        .append(bar.sessionVolume())
                        .append(' ')
                        .append(bar.sessionDelta())
                        .append('\n'));
        TradeTape tape = snapshot.trades();
        all.append(LongStream.range(tape.first(), tape.end()) // a late one is the newest of the tape
                .mapToObj(i ->
                        tape.second(i) + " " + tape.price(i) + " x " + tape.size(i) + (sides ? " " + tape.side(i) : ""))
                .sorted()
                .toList());
        Bar first = snapshot.bars().get(0);
        long low = first.low().hundredths();
        long high = first.high().hundredths();
        for (Bar bar : snapshot.bars().completed()) {
            low = Math.min(low, bar.low().hundredths());
            high = Math.max(high, bar.high().hundredths());
        }
        for (long price = low; price <= high; price++) {
            VolumeProfile.Level level = snapshot.profile().at(Price.ofHundredths(price));
            if (level.total() > 0) {
                all.append('\n').append(price).append(sides ? level : level.total());
            }
        }
        all.append(snapshot.extremes());
        all.append(snapshot.tick().dayRange());
        all.append(snapshot.sessionVwap());
        all.append(" lost ").append(snapshot.audit().lostContracts());
        all.append(" in ").append(snapshot.audit().lostTrades());
        snapshot.limitEvents()
                .forEach(event -> all.append('\n')
                        .append(event.kind())
                        .append(event.time())
                        .append(event.price())
                        .append(event.detail()));
        return all.toString();
    }

    /// What the audit had folded, in order: all that is made of a day follows from it.
    private static final class Trades implements FeedAudit.Fold {
        long hash;

        @Nullable
        Tick shown;

        @Override
        public void fold(Tick tick, Verdict verdict) {
            switch (verdict.kind()) {
                case DUPLICATE -> {}
                case DOUBTFUL -> shown = tick;
                case LATE -> mix(-1);
                case FIRST, NEXT, NEW_SESSION, CORRECTION, UPDATE -> {
                    shown = tick;
                    mix(tick.secondOfDay());
                    mix(tick.figure(Figure.LAST));
                    mix(tick.size());
                    mix(tick.volume());
                    mix(tick.figure(Figure.BUY_VOLUME));
                    mix(tick.figure(Figure.SELL_VOLUME));
                    mix(verdict.aggressor().hashCode());
                    verdict.gap().ifPresent(gap -> {
                        mix(gap.contracts());
                        mix(gap.trades());
                    });
                }
            }
        }

        private void mix(long value) {
            hash = hash * 0x9E3779B97F4A7C15L + value;
        }

        @Override
        public void withdraw(LateFill loss) {
            mix(-2);
        }

        @Override
        public void restore() {
            mix(-3);
        }
    }

    private final Map<String, Long> quick = new ConcurrentHashMap<>();
    private final Map<String, String> thorough = new ConcurrentHashMap<>();

    private List<Tick> without(Day day, int from, int to, int... lost) {
        return IntStream.rangeClosed(from, to)
                .filter(i -> IntStream.of(lost).noneMatch(each -> each == i))
                .mapToObj(day.ticks()::get)
                .toList();
    }

    private long tradesWithout(Day day, int from, int to, int... lost) {
        return quick.computeIfAbsent(day + " " + from + " " + to + Arrays.toString(lost), _ -> {
            Trades trades = new Trades();
            FeedAudit audit = new FeedAudit(day.contract(), trades);
            without(day, from, to, lost).forEach(audit::judge);
            return trades.hash;
        });
    }

    private String foldedWithout(Day day, boolean sides, int from, int to, int... lost) {
        return thorough.computeIfAbsent(
                day + " " + sides + " " + from + " " + to + Arrays.toString(lost),
                _ -> folded(day, sides, without(day, from, to, lost)));
    }

    private static String folded(Day day, boolean sides, List<Tick> ticks) {
        Instrument instrument = new Instrument(day.contract(), RULES);
        ticks.forEach(instrument::apply);
        return folded(instrument, sides);
    }

    /// Which records may have been lost: of the wrong ones any; and where the first of all is wrong, with which the
    /// next
    /// are compared, any up to the one after the last wrong.
    private static List<int[]> losses(int one, int other) {
        if (one > 0) {
            return List.of(new int[0], new int[] {one}, new int[] {other}, new int[] {one, other});
        }
        int count = Math.min(other, CLOSE) + 2;
        return IntStream.range(0, 1 << count)
                .mapToObj(set -> IntStream.range(0, count).filter(i -> (set & 1 << i) != 0))
                .map(IntStream::toArray)
                .flatMap(set -> Stream.of(
                        set,
                        IntStream.concat(IntStream.of(set), IntStream.of(other))
                                .distinct()
                                .toArray()))
                .toList();
    }

    /// Folds a part of the day with wrong records in it.
    ///
    /// @return what is wrong with the outcome; empty if nothing is
    private Optional<String> run(Day day, int one, Kind oneKind, int other, Kind otherKind) {
        int from = Math.max(0, one - LEAD);
        int to = Math.min(RECORDS - 1, other + GOOD_AFTER);
        Trades trades = new Trades();
        FeedAudit audit = new FeedAudit(day.contract(), trades);
        List<Tick> sent = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            Tick good = day.ticks().get(i);
            boolean wrong = i == one || i == other;
            Optional<Tick> tick = wrong ? (i == one ? oneKind : otherKind).wrong.at(day, i) : Optional.of(good);
            tick.ifPresent(audit::judge);
            tick.ifPresent(sent::add);
            Tick shown = trades.shown;
            if (!wrong && (shown == null || shown.secondOfDay() < good.secondOfDay() - 1)) {
                return Optional.of("after record %d the one of %s is shown".formatted(i, shown));
            }
        }
        boolean timeOfTheFirst = one == 0 // of the day, or of what follows yesterday's: nothing can be compared with it
                && (oneKind.isOfTime()
                        || (other == 1 && otherKind.isOfTime())
                        || (oneKind.name.startsWith("yesterday")
                                && (otherKind.isOfTime() || otherKind.name.startsWith("yesterday"))));
        if (to - other < GOOD_AFTER || timeOfTheFirst) {
            return Optional.empty();
        }
        List<int[]> losses = losses(one, other);
        if (losses.stream().anyMatch(lost -> trades.hash == tradesWithout(day, from, to, lost))) {
            return Optional.empty();
        }
        if (one == 0 && !audit.report().isLossProved()) {
            return Optional.empty(); // it says so
        }
        boolean sides = one == other; // what two wrong records leave of the sides is inferred, and said to be
        String outcome = folded(day, sides, sent);
        return losses.stream().anyMatch(lost -> outcome.equals(foldedWithout(day, sides, from, to, lost)))
                ? Optional.empty()
                : Optional.of("folded:%n%s%ncame:%n%s%nlost:%n%s"
                        .formatted(
                                outcome,
                                foldedWithout(day, sides, from, to),
                                foldedWithout(day, sides, from, to, one, other)));
    }

    private static void assertNone(List<String> failures) {
        assertThat(failures.size())
                .as(() -> failures.size() + " cases: "
                        + failures.stream()
                                .limit(40)
                                .map(failure -> failure.lines().findFirst().orElse(""))
                                .toList()
                        + ", the first: " + failures.getFirst())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("days")
    void everyKindAtEveryPosition(Day day) {
        assertNone(IntStream.range(0, RECORDS)
                .parallel()
                .boxed()
                .flatMap(i -> KINDS.stream()
                        .flatMap(kind ->
                                run(day, i, kind, i, kind).map(what -> kind + " at " + i + ": " + what).stream()))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("days")
    void everyPairCloseTogether(Day day) {
        assertNone(IntStream.range(0, RECORDS - CLOSE)
                .parallel()
                .boxed()
                .flatMap(i -> IntStream.rangeClosed(i + 1, i + CLOSE)
                        .boxed()
                        .flatMap(j -> KINDS.stream()
                                .flatMap(one -> KINDS.stream()
                                        .flatMap(other -> run(day, i, one, j, other)
                                                .map(what -> "%s at %d, %s at %d: %s".formatted(one, i, other, j, what))
                                                .stream()))))
                .toList());
    }

    @Test
    void pairsAtRandom() {
        long seed = Long.getLong("seonmul.wrong.seed", 20_261_201L);
        int pairs = Integer.getInteger("seonmul.wrong.pairs", 20_000);
        Random random = new Random(seed);
        List<String> failures = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            Day day = DAYS.get(random.nextInt(DAYS.size()));
            int i = random.nextInt(RECORDS - 1);
            int j = i + 1 + random.nextInt(Math.min(40, RECORDS - 1 - i));
            Kind one = KINDS.get(random.nextInt(KINDS.size()));
            Kind other = KINDS.get(random.nextInt(KINDS.size()));
            run(day, i, one, j, other)
                    .ifPresent(what -> failures.add(
                            "seed %d, %s: %s at %d, %s at %d: %s".formatted(seed, day, one, i, other, j, what)));
        }
        assertNone(failures);
    }

    @ParameterizedTest
    @MethodSource("days")
    void everySwapOfNeighbours(Day day) {
        for (int i = 1; i + 1 + GOOD_AFTER < RECORDS; i++) {
            int from = Math.max(0, i - LEAD);
            Instrument instrument = new Instrument(day.contract(), RULES);
            for (int k = from; k <= i + 1 + GOOD_AFTER; k++) {
                instrument.apply(day.ticks().get(k == i ? i + 1 : k == i + 1 ? i : k));
            }
            AuditReport audit = instrument.audit();
            assertThat(audit.lostContracts()).as("swap at %d of %s", i, day).isZero();
            assertThat(audit.contracts())
                    .isEqualTo(day.ticks().subList(from, i + 2 + GOOD_AFTER).stream()
                            .mapToLong(Tick::size)
                            .sum());
        }
    }
}
