// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Contract;
import io.seonmul.market.Figure;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.ProductTable;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.market.WireText;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A day of the synthetic market as the monitor would see it: wire text, decoded and folded.
final class ChartDay {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T01:00:00Z");

    private final TickDecoder decoder = new TickDecoder();
    private final SyntheticMarket market;
    private final Instrument instrument;
    private Predicate<Tick> arrives = tick -> true;
    private UnaryOperator<Tick> changed = tick -> tick;
    private Predicate<Tick> late = tick -> false;
    private final List<Tick> held = new ArrayList<>();

    ChartDay(long seed, String code, LocalTime joined) {
        Contract contract = ProductTable.builtIn().contract(new InstrumentCode(code));
        market = new SyntheticMarket(seed, List.of(contract), joined);
        instrument = new Instrument(contract);
    }

    /// From now on only what `chosen` lets through arrives.
    ChartDay receiving(Predicate<Tick> chosen) {
        arrives = chosen;
        return this;
    }

    /// From now on what `chosen` says arrives after the next record that it does not say.
    ChartDay delaying(Predicate<Tick> chosen) {
        late = chosen;
        return this;
    }

    /// From now on `change` is made to each record before it arrives.
    ChartDay changing(UnaryOperator<Tick> change) {
        changed = change;
        return this;
    }

    /// `tick` as made `later`, the clock running on over midnight.
    static Tick later(Tick tick, Duration later) {
        return with(tick, tick.time().plus(later), tick.change().orElseThrow());
    }

    /// `tick` as against another base price.
    static Tick against(Tick tick, Price base) {
        return with(tick, tick.time(), tick.last().minus(base));
    }

    private static Tick with(Tick tick, LocalTime time, Price change) {
        return SampleTick.draftOf(tick)
                .set(Figure.TIME, time.toSecondOfDay())
                .set(Figure.CHANGE, change.hundredths())
                .tick(tick.code(), tick.receivedAt(), tick.width(), WireText.of(tick.raw()));
    }

    ChartDay until(LocalTime time) {
        return pass(Duration.between(market.time(), time));
    }

    /// Begins the next trading day at `start`.
    ChartDay nextDay(LocalTime start) {
        market.startNextDay(start);
        return this;
    }

    ChartDay pass(Duration duration) {
        for (String record : market.advance(duration)) {
            try {
                decoder.decode(new Frame(false, "H0IFCNT0", 1, record), RECEIVED, this::apply, rejected -> {
                    throw new AssertionError(rejected);
                });
            } catch (ProtocolException e) {
                throw new AssertionError(record, e);
            }
        }
        return this;
    }

    private void apply(Tick tick) {
        if (late.test(tick)) {
            held.add(tick);
            return;
        }
        receive(tick);
        held.forEach(this::receive);
        held.clear();
    }

    private void receive(Tick tick) {
        if (arrives.test(tick)) {
            instrument.apply(changed.apply(tick));
        }
    }

    InstrumentSnapshot snapshot() {
        return instrument.snapshot().orElseThrow();
    }
}
