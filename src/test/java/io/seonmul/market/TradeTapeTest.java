// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The trades of a session, trade by trade, and what is dropped of them.
final class TradeTapeTest {

    private static final Contract MINI = SyntheticTicks.contract("A05612");
    private static final List<Tick> DAYS = SyntheticTicks.days(7, "A05612", 2);

    @Test
    void holdsEveryTradeOfTheSessionAsItCame() {
        Instrument instrument = new Instrument(MINI);
        List<Tick> session = new ArrayList<>();
        for (Tick tick : DAYS) {
            if (tick.volume() == tick.size()) {
                session.clear();
            }
            session.add(tick);
            instrument.apply(tick);
        }
        InstrumentSnapshot snapshot = instrument.snapshot().orElseThrow();
        TradeTape trades = snapshot.trades();

        assertThat(trades.first()).isZero();
        assertThat(trades.size()).isEqualTo(session.size());
        assertThat(trades.session()).isEqualTo(snapshot.bars().session()).isEqualTo(2);
        long delta = 0;
        for (int i = 0; i < trades.size(); i++) {
            Tick tick = session.get(i);
            assertThat((long) trades.price(i)).isEqualTo(tick.last().hundredths());
            assertThat((long) trades.size(i)).isEqualTo(tick.size());
            assertThat(trades.second(i)).isEqualTo(tick.time().toSecondOfDay());
            assertThat(trades.receivedAtMillis(i)).isEqualTo(tick.receivedAt().toEpochMilli());
            assertThat(trades.lostBefore(i)).isZero();
            delta += switch (trades.side(i)) {
                case BUYER -> trades.size(i);
                case SELLER -> -trades.size(i);
                case NONE -> 0;
            };
            assertThat(trades.sessionDelta(i)).hasValue(delta);
        }
        assertThat(snapshot.sessionDelta()).hasValue(delta);
    }

    @Test
    void marksLossesAndLateRecordsAndLeavesDuplicatesOut() {
        Instrument instrument = new Instrument(MINI);
        List<Tick> ticks = DAYS.subList(0, 1000);
        for (int i = 0; i < 600; i++) {
            if (i != 500) {
                instrument.apply(ticks.get(i));
            }
        }
        instrument.apply(ticks.get(599));
        instrument.apply(ticks.get(500));
        TradeTape trades = instrument.snapshot().orElseThrow().trades();

        assertThat(trades.end()).isEqualTo(600);
        assertThat(trades.lostBefore(500)).isZero();
        assertThat((long) trades.cameLate(500)).isEqualTo(ticks.get(500).size());
        assertThat(trades.gap(500)).isEqualTo(1);
        assertThat(trades.gap(599)).isEqualTo(1);
        assertThat(trades.gap(501)).isZero();
        assertThat(trades.late()).containsExactly(599L);
        assertThat(trades.lostBefore(499)).isZero();
        assertThat(trades.isLate(599)).isTrue();
        assertThat(trades.isLate(598)).isFalse();
        assertThat(trades.second(599)).isEqualTo(ticks.get(500).time().toSecondOfDay());
        assertThat(trades.firstFrom(trades.second(598) + 1L)).isEqualTo(600);
        long from = trades.firstFrom(trades.second(400));
        assertThat(trades.second(from)).isEqualTo(trades.second(400));
        assertThat(trades.second(from - 1)).isLessThan(trades.second(400));
        assertThatThrownBy(() -> trades.price(600)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void recordsOfOneReceiptAreOneFrame() {
        SampleTick sample = new SampleTick(MINI, "1080.00");
        TradeTapeBuilder builder = new TradeTapeBuilder(1);
        Instant now = Instant.parse("2026-11-25T00:00:00.123456Z");
        for (int records : new int[] {1, 3, 2}) {
            now = now.plusNanos(50_000);
            for (int i = 0; i < records; i++) {
                builder.add(100, receivedAt(sample.buy("1080.02", 1), now), verdict(Verdict.Kind.NEXT));
            }
        }
        TradeTape trades = builder.view();

        int[] places = {1, 1, 2, 3, 1, 2};
        int[] counts = {1, 3, 3, 3, 2, 2};
        for (int i = 0; i < places.length; i++) {
            assertThat(trades.placeInFrame(i)).isEqualTo(places[i]);
            assertThat(trades.recordsOfFrame(i)).isEqualTo(counts[i]);
        }
    }

    @Test
    void beyondItsBoundTheOldestAreDroppedAndEarlierViewsKeepTheirs() {
        Tick tick = new SampleTick(MINI, "1080.00").buy("1080.02", 3);
        TradeTapeBuilder builder = new TradeTapeBuilder(1);
        for (int i = 0; i < 10_000; i++) {
            builder.add(i, tick, verdict(Verdict.Kind.NEXT));
        }
        TradeTape early = builder.view();
        for (int i = 10_000; i < TradeTape.MOST + 10_000; i++) {
            builder.add(i, tick, verdict(Verdict.Kind.NEXT));
        }
        TradeTape late = builder.view();

        assertThat(early.size()).isEqualTo(10_000);
        assertThat(early.second(0)).isZero();
        assertThat(late.end()).isEqualTo(TradeTape.MOST + 10_000L);
        assertThat(late.first()).isPositive().isEqualTo(late.second(late.first()));
        assertThat(late.size()).isBetween(TradeTape.MOST - 4096, TradeTape.MOST);
        assertThat(late.second(late.end() - 1)).isEqualTo(TradeTape.MOST + 9_999);
        assertThat(late.firstFrom(150_000)).isEqualTo(150_000);
    }

    @Test
    void spreadIsTheWeightedStandardDeviation() {
        Random random = new Random(3);
        PriceSpread spread = new PriceSpread();
        assertThat(spread.deviation()).isNaN();
        double contracts = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 5000; i++) {
            long hundredths = 108_000L + random.nextInt(-300, 300);
            long size = random.nextInt(1, 30);
            spread.add(hundredths, size);
            double points = hundredths / 100.0 - 1080;
            contracts += size;
            sum += points * size;
            squares += points * points * size;
        }
        double mean = sum / contracts;
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(squares / contracts - mean * mean), within(1e-9));
    }

    private static Verdict verdict(Verdict.Kind kind) {
        return new Verdict(kind, Aggressor.BUYER, false, 0, Optional.empty(), Optional.empty(), 0);
    }

    private static Tick receivedAt(Tick tick, Instant at) {
        return SampleTick.draftOf(tick).tick(tick.code(), at, tick.width(), WireText.of(tick.raw()));
    }
}
