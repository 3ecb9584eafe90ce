// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What one record costs: decoded and folded, beside splitting the same text and parsing the same 50 fields.
///
/// Every invocation takes the next frame of a synthetic day of one mini contract, one record a frame.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");

    private final TickDecoder decoder = new TickDecoder();
    private Instrument instrument = new Instrument(SyntheticTicks.contract("A05612"));
    private String[] frames = {};
    private int next;

    /// Makes the frames.
    @Setup
    public void frames() {
        SyntheticMarket market =
                new SyntheticMarket(1, List.of(SyntheticTicks.contract("A05612")), LocalTime.of(8, 40));
        frames = market.advance(Duration.ofHours(3)).stream()
                .map(record -> "0|H0IFCNT0|001|" + record)
                .toArray(String[]::new);
    }

    private String frame() {
        if (next == frames.length) {
            next = 0;
            instrument = new Instrument(SyntheticTicks.contract("A05612"));
        }
        return frames[next++];
    }

    /// Frame, 50 fields, audit, bars, profile, open interest, limits.
    @Benchmark
    public void decodeAndFold() throws ProtocolException {
        decoder.decode(Frame.parse(frame()), RECEIVED, instrument::apply, e -> {
            throw new AssertionError(e);
        });
    }

    /// The same, with a snapshot after every record, as if each had a frame of the screen for itself.
    @Benchmark
    public Optional<InstrumentSnapshot> decodeFoldAndSnapshot() throws ProtocolException {
        decodeAndFold();
        return instrument.snapshot();
    }

    /// Frame and 50 fields only.
    @Benchmark
    public void decode(Blackhole sink) throws ProtocolException {
        decoder.decode(Frame.parse(frame()), RECEIVED, sink::consume, e -> {
            throw new AssertionError(e);
        });
    }

    /// The baseline: `String.split`, then every field parsed to the type it has.
    @Benchmark
    public void splitAndParse(Blackhole sink) {
        String[] cells = frame().split("\\|", -1)[3].split("\\^", -1);
        for (int i = 0; i < TickField.WIDTH; i++) {
            String cell = cells[i];
            switch (TickField.WIRE_ORDER.get(i).unit()) {
                case CODE, RAW -> sink.consume(cell);
                case TIME -> sink.consume(cell.equals("000000") ? LocalTime.MIDNIGHT : time(cell));
                case SIGN -> sink.consume(Integer.parseInt(cell));
                case POINTS -> sink.consume(new BigDecimal(cell));
                case PERCENT, FRACTION -> sink.consume(Double.parseDouble(cell));
                case CONTRACTS, TRADES, ORDERS, THOUSAND_WON -> sink.consume(Long.parseLong(cell));
            }
        }
    }

    private static LocalTime time(String cell) {
        return LocalTime.of(
                Integer.parseInt(cell.substring(0, 2)),
                Integer.parseInt(cell.substring(2, 4)),
                Integer.parseInt(cell.substring(4, 6)));
    }
}
