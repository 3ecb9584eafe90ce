// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Records that arrive after their successor are folded as if they had come in time: everywhere, and to the last
/// figure.
class LateRecordsTest {

    private static final Contract MINI = SyntheticTicks.contract("A05612");

    private static final int SUMMED_EVERY = 499;

    private static InstrumentSnapshot fold(String code, List<Tick> ticks) {
        Instrument instrument = new Instrument(SyntheticTicks.contract(code));
        for (int i = 0; i < ticks.size(); i++) {
            instrument.apply(ticks.get(i));
            if (i % SUMMED_EVERY == 0) {
                assertSumsAgree(instrument.audit());
            }
        }
        assertSumsAgree(instrument.audit());
        return instrument.snapshot().orElseThrow();
    }

    private static void assertSumsAgree(AuditReport audit) {
        assertThat(sum(audit.gaps(), FeedGap::contracts)).isEqualTo(audit.lostContracts());
        assertThat(sum(audit.gaps(), FeedGap::trades)).isEqualTo(audit.lostTrades());
    }

    private static <T> long sum(List<T> all, ToLongFunction<T> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    private static List<Bar> bars(InstrumentSnapshot snapshot) {
        List<Bar> all = new ArrayList<>(snapshot.bars().completed());
        all.addAll(snapshot.bars().live());
        return all;
    }

    /// The spread of prices so far depends on the order of arrival, and is not rewritten.
    private static Bar withoutDeviation(Bar bar) {
        return new Bar(
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume(),
                bar.buyVolume(),
                bar.sellVolume(),
                bar.trades(),
                bar.lostContracts(),
                bar.lostTrades(),
                bar.sessionVolume(),
                bar.sessionTurnover(),
                bar.sessionDelta(),
                0,
                bar.strength(),
                bar.openInterest(),
                bar.fairValue(),
                bar.limits(),
                bar.partial());
    }

    /// Of every trade, in an order that does not depend on that of arrival: time, totals, and the side with its proof.
    private static List<String> trades(TradeTape tape) {
        List<String> all = new ArrayList<>();
        for (long i = tape.first(); i < tape.end(); i++) {
            all.add(tape.second(i) + " " + tape.price(i) + " " + tape.size(i) + " " + tape.sessionDelta(i) + " "
                    + tape.side(i) + (tape.isInferred(i) ? "?" : "") + " lost " + tape.lostBefore(i));
        }
        Collections.sort(all);
        return all;
    }

    private static int beginOfLastDay(List<Tick> ticks) {
        int begin = ticks.size() - 1;
        while (begin > 0 && ticks.get(begin - 1).volume() < ticks.get(begin).volume()) {
            begin--;
        }
        return begin;
    }

    /// Shuffles within windows; the first record of a session stays the first, without which nothing can be proved.
    private static List<Tick> reordered(List<Tick> ticks, Random random, int longest) {
        List<Tick> received = new ArrayList<>(ticks);
        int lastDay = beginOfLastDay(ticks);
        for (int i = 1; i + longest < received.size(); i += 1 + random.nextInt(4 * longest)) {
            int end = i + 2 + random.nextInt(longest - 1);
            if (end <= lastDay || i > lastDay) {
                Collections.shuffle(received.subList(i, end), random);
            }
        }
        return received;
    }

    private static void assertSame(InstrumentSnapshot late, InstrumentSnapshot clean) {
        AuditReport audit = late.audit();
        assertThat(audit.gaps()).isEmpty();
        assertThat(audit.lostContracts()).isZero();
        assertThat(audit.lostTrades()).isZero();
        assertThat(audit.completenessPercent()).isEqualTo(100);
        assertThat(audit.contracts()).isEqualTo(clean.audit().contracts());
        assertThat(audit.trades()).isEqualTo(clean.audit().trades());
        assertThat(audit.auctionPrints()).isEqualTo(clean.audit().auctionPrints());
        assertThat(audit.blockContracts()).isEqualTo(clean.audit().blockContracts());
        assertThat(audit.invariants().failures()).isZero();
        for (Invariant invariant : Invariant.values()) {
            assertThat(audit.invariants().passed(invariant))
                    .as("%s", invariant)
                    .isEqualTo(clean.audit().invariants().passed(invariant));
        }
        assertThat(bars(late).stream().map(LateRecordsTest::withoutDeviation).toList())
                .isEqualTo(bars(clean).stream()
                        .map(LateRecordsTest::withoutDeviation)
                        .toList());
        assertThat(bars(late).getLast().deviation())
                .isCloseTo(bars(clean).getLast().deviation(), within(1e-9));
        Set<String> others = new HashSet<>(trades(late.trades()));
        others.removeAll(Set.copyOf(trades(clean.trades())));
        assertThat(others).isEmpty();
        assertThat(trades(late.trades()).equals(trades(clean.trades()))).isTrue();
        assertThat(late.extremes()).isEqualTo(clean.extremes());
        assertThat(late.aggressor()).isEqualTo(clean.aggressor());
        assertThat(late.joinedAt()).isEqualTo(clean.joinedAt());
        assertThat(late.joinedAtStart()).isEqualTo(clean.joinedAtStart());
        for (Bar bar : bars(clean)) {
            for (long price = bar.low().hundredths(); price <= bar.high().hundredths(); price++) {
                assertThat(late.profile().at(Price.ofHundredths(price)))
                        .isEqualTo(clean.profile().at(Price.ofHundredths(price)));
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}, windows of {2}")
    @CsvSource({
        "A01612,31,2",
        "A05612,32,2",
        "A06612,33,6",
        "A05612,35,6",
        "A01612,37,40",
        "A06612,39,40",
        "AA4612,40,6"
    })
    void aReorderedDayIsTheDayInOrder(String code, long seed, int longest) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 2);
        List<Tick> received = reordered(ticks, new Random(seed), longest);

        InstrumentSnapshot late = fold(code, received);

        assertThat(late.audit().lateRecords()).isPositive();
        assertThat(late.audit().duplicates()).isZero();
        assertSame(late, fold(code, ticks));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"A01612,41", "A06612,43", "A05612,44"})
    void whatStaysAwayStaysLostWhateverComesLate(String code, long seed) {
        List<Tick> ticks = SyntheticTicks.days(seed, code, 2);
        Random random = new Random(seed);
        int lastDay = beginOfLastDay(ticks);
        List<Tick> received = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            boolean edge = i == 0 || (i >= lastDay - 50 && i <= lastDay);
            if (edge || random.nextInt(5) != 0) {
                received.add(ticks.get(i));
            }
        }
        InstrumentSnapshot inOrder = fold(code, received);
        List<Tick> shuffled = reordered(received, random, 12);

        InstrumentSnapshot late = fold(code, shuffled);

        assertThat(late.audit().lateRecords()).isPositive();
        assertThat(late.audit().contracts()).isEqualTo(inOrder.audit().contracts());
        assertThat(late.audit().lostContracts())
                .isEqualTo(inOrder.audit().lostContracts())
                .isPositive();
        assertThat(late.audit().lostTrades()).isEqualTo(inOrder.audit().lostTrades());
        assertThat(late.audit().gaps()).allSatisfy(gap -> {
            assertThat(gap.buySide() + gap.sellSide() + gap.unlabelled()).isEqualTo(gap.contracts());
            assertThat(gap.witnesses()).isEqualTo(FeedGap.Witnesses.AGREE);
        });
        assertThat(late.audit().gapsFound())
                .isGreaterThan(late.audit().gaps().size())
                .isGreaterThanOrEqualTo(late.audit().gaps().getLast().sequence());
        List<Bar> bars = bars(late);
        long ofBars = sum(bars, Bar::lostContracts);
        assertThat(bars).allSatisfy(bar -> assertThat(bar.lostContracts()).isNotNegative());
        assertThat(ofBars).isEqualTo(sum(bars(inOrder), Bar::lostContracts));
        assertThat(sum(bars, Bar::lostTrades)).isEqualTo(sum(bars(inOrder), Bar::lostTrades));
        assertThat(sum(bars, Bar::volume)).isEqualTo(sum(bars(inOrder), Bar::volume));
        TradeTape tape = late.trades();
        long ofTape = 0;
        for (long i = tape.first(); i < tape.end(); i++) {
            ofTape += tape.lostBefore(i);
        }
        assertThat(ofTape).isEqualTo(ofBars);
    }

    @Test
    void aGapShrinksToWhatIsStillMissingAndGoesWithTheLastOfIt() {
        SampleTick sample = new SampleTick(MINI, "1080.00");
        Tick first = sample.buy("1080.00", 1);
        Tick second = sample.later(1).sell("1080.10", 2);
        Tick third = sample.later(1).buy("1080.40", 3);
        Tick fourth = sample.later(1).sell("1079.60", 4);
        Tick fifth = sample.later(10).buy("1080.20", 5);
        Instrument instrument = new Instrument(MINI);
        instrument.apply(first);
        FeedGap whole = instrument.apply(fifth).getFirst();
        InstrumentSnapshot before = instrument.snapshot().orElseThrow();

        assertThat(instrument.apply(third)).isEmpty();
        InstrumentSnapshot shrunk = instrument.snapshot().orElseThrow();
        FeedGap rest = shrunk.audit().gaps().getFirst();
        assertThat(rest.sequence()).isEqualTo(whole.sequence());
        assertThat(rest.from()).isEqualTo(whole.from());
        assertThat(rest.to()).isEqualTo(whole.to());
        assertThat(rest.contracts()).isEqualTo(6);
        assertThat(rest.trades()).isEqualTo(2);
        assertThat(rest.sellSide()).isEqualTo(6);
        assertThat(rest.buySide()).isZero();
        assertThat(rest.averagePrice().orElseThrow()).isCloseTo((2 * 1080.10 + 4 * 1079.60) / 6, within(1e-9));
        assertThat(shrunk.trades().lostBefore(1)).isEqualTo(6);
        assertThat(shrunk.trades().cameLate(1)).isEqualTo(3);
        assertThat(shrunk.bars().live().getFirst().lostContracts()).isEqualTo(6);
        assertThat(shrunk.bars().get(0).high()).isEqualTo(Price.parse("1080.40"));

        instrument.apply(fourth);
        instrument.apply(second);
        InstrumentSnapshot whole2 = instrument.snapshot().orElseThrow();
        assertThat(whole2.audit().gaps()).isEmpty();
        assertThat(whole2.audit().gapsFound()).isEqualTo(1);
        assertThat(whole2.audit().lateContracts()).isEqualTo(9);
        assertThat(whole2.audit().lostContractsAfter(0)).isZero();
        assertThat(whole2.bars().live().getFirst().lostContracts()).isZero();
        assertThat(whole2.bars().live().getFirst().lostTrades()).isZero();
        assertThat(whole2.bars().get(0).close()).isEqualTo(Price.parse("1079.60"));
        assertThat(whole2.bars().get(0).sessionVolume()).isEqualTo(10);
        assertThat(whole2.trades().late()).containsExactly(2L, 3L, 4L);
        assertThat(whole2.bars().revision()).isGreaterThan(shrunk.bars().revision());
        assertThat(whole2.trades().revision()).isGreaterThan(shrunk.trades().revision());

        assertThat(before.audit().gaps()).containsExactly(whole);
        assertThat(before.trades().end()).isEqualTo(2);
        assertThat(before.trades().lostBefore(1)).isEqualTo(9);
        assertThat(before.bars().get(0).volume()).isEqualTo(1);
        assertThat(before.bars().get(1).lostContracts()).isEqualTo(9);
        assertThat(shrunk.audit().gaps()).containsExactly(rest);
        assertThat(shrunk.trades().lostBefore(1)).isEqualTo(6);
        assertThat(shrunk.bars().get(0).volume()).isEqualTo(4);
    }

    @Test
    void whatASessionLostIsAskedNoMoreInTheNext() {
        List<Tick> ticks = SyntheticTicks.days(7, "A06612", 2);
        int lastDay = beginOfLastDay(ticks);
        List<Tick> received = new ArrayList<>(ticks);
        Tick away = received.remove(lastDay / 2);
        Instrument instrument = new Instrument(SyntheticTicks.contract("A06612"));
        received.subList(0, lastDay + 10).forEach(instrument::apply);
        AuditReport audit = instrument.audit();

        assertThat(audit.resets()).isEqualTo(1);
        assertThat(audit.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.contracts()).isEqualTo(away.size()));
        assertSumsAgree(audit);
    }

    @Test
    void theFirstRecordsOfASessionMayComeLateToo() {
        List<Tick> ticks = SyntheticTicks.days(9, "A05612", 2);
        int lastDay = beginOfLastDay(ticks);
        List<Tick> received = new ArrayList<>(ticks.subList(0, lastDay));
        received.addAll(ticks.subList(lastDay + 3, lastDay + 400));
        received.addAll(ticks.subList(lastDay, lastDay + 3).reversed());

        InstrumentSnapshot late = fold("A05612", received);

        assertSame(late, fold("A05612", ticks.subList(0, lastDay + 400)));
        assertThat(late.joinedAtStart()).isTrue();
    }

    @Test
    void whatIsForgottenStaysLost() {
        SampleTick sample = new SampleTick(MINI, "1080.00");
        List<Tick> odd = new ArrayList<>();
        Instrument instrument = new Instrument(MINI);
        instrument.apply(sample.buy("1080.00", 1));
        for (int i = 0; i <= MissingVolume.CAPACITY; i++) {
            odd.add(sample.buy("1080.00", 2));
            instrument.apply(sample.sell("1079.98", 1));
        }
        odd.subList(1, odd.size()).forEach(instrument::apply);
        assertThat(instrument.audit().lateRecords()).isEqualTo(MissingVolume.CAPACITY);
        assertThat(instrument.audit().gaps()).extracting(FeedGap::sequence).containsExactly(1L);

        instrument.apply(odd.getFirst());
        assertThat(instrument.audit().lateRecords()).isEqualTo(MissingVolume.CAPACITY);
        assertThat(instrument.audit().gaps()).extracting(FeedGap::sequence).containsExactly(1L);
        assertSumsAgree(instrument.audit());
    }
}
