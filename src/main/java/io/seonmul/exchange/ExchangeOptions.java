// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalDouble;

/// How an embedded exchange is to be: where it listens, what its market does, how it sends. Immutable.
///
/// @param restPort port of the REST side on the loopback address, 0 for a free one
/// @param wsPort port of the WebSocket, 0 for a free one
/// @param seed the market's seed: the same seed, date and codes give the same day
/// @param rate records a second of wall time over all codes; empty for the pace of an ordinary day
/// @param clock exchange seconds in a second of wall time
/// @param demo whether a registration is answered with the code's whole morning, within seconds, unless the app key has
/// heard it and only lost its connection
/// @param codes contracts that trade from the beginning; any other valid code joins when it is registered
/// @param date the exchange's first date, from which contract months count
/// @param start the exchange's time at the start; in the demo, the end of the morning that is told in seconds
/// @param encrypted whether records are sent encrypted, with the key of the registration's answer
/// @param recordsPerFrame records in one frame at most, 1 to 999
/// @param heartbeat time between two PINGPONGs; under a fast clock so many times shorter, but not below 100 ms
/// @param heartbeatGrace time without an answer to PINGPONG after which a session is ended
/// @param backlogBytes what may wait for one client that does not read, before it is cut off
/// @param gated whether a door stands before the WebSocket at which connections can be troubled
public record ExchangeOptions(
        int restPort,
        int wsPort,
        long seed,
        OptionalDouble rate,
        double clock,
        boolean demo,
        List<InstrumentCode> codes,
        LocalDate date,
        LocalTime start,
        boolean encrypted,
        int recordsPerFrame,
        Duration heartbeat,
        Duration heartbeatGrace,
        long backlogBytes,
        boolean gated) {

    /// The fastest rate and the fastest clock that make sense on one core.
    private static final double FASTEST_RATE = 200_000;

    private static final double FASTEST_CLOCK = 3_600;

    /// @throws IllegalArgumentException if a value is out of its range; the message names the option and the range
    public ExchangeOptions {
        codes = List.copyOf(codes);
        port("--rest-port", restPort);
        port("--ws-port", wsPort);
        require(restPort == 0 || restPort != wsPort, "--rest-port and --ws-port must differ, both are " + restPort);
        rate.ifPresent(r -> require(
                r > 0 && r <= FASTEST_RATE,
                "--rate must be more than 0 and at most 200000 records per second, not " + r));
        require(
                clock > 0 && clock <= FASTEST_CLOCK,
                "--clock must be more than 0 and at most 3600 exchange seconds per second, not " + clock);
        require(!demo || rate.isEmpty(), "--rate cannot be combined with --demo: the demo keeps the pace of a day");
        require(!codes.isEmpty(), "--code: at least one code is needed");
        for (InstrumentCode code : codes) {
            require(code.isOutright(), "--code " + code + " is not the code of an outright future, such as A01612");
        }
        require(codes.stream().distinct().count() == codes.size(), "--code: a code is named twice in " + codes);
        SessionClock hours = SessionClock.of(date);
        require(
                start.isBefore(hours.closingPrint()),
                "the exchange's day must start before its closing print at " + hours.closingPrint() + ", not at "
                        + start);
        require(
                !demo || (start.isAfter(hours.open()) && start.isBefore(hours.continuousEnd())),
                "the demo tells a morning and trades on: it must start after " + hours.open() + " and before "
                        + hours.continuousEnd() + ", not at " + start);
        require(
                recordsPerFrame >= 1 && recordsPerFrame <= 999,
                "a frame holds 1 to 999 records, not " + recordsPerFrame);
        require(heartbeat.isPositive(), "the time between heartbeats must be positive, not " + heartbeat);
        require(heartbeatGrace.isPositive(), "the heartbeat's grace must be positive, not " + heartbeatGrace);
        require(backlogBytes > 0, "the backlog of a client must be positive, not " + backlogBytes);
    }

    /// Starts from an ordinary day on `date`: free ports, seed 1, eleven o'clock, PINGPONG every 10 s.
    public static Builder on(LocalDate date) {
        return new Builder(date);
    }

    /// Starts as [#on] from today in Korea, or from the next day on which the calendar has the exchange trade; once its
    /// table is over, from the table's last trading day: the market always flows.
    public static Builder today(InstantSource clock) {
        TradingCalendar calendar = TradingCalendar.builtIn();
        LocalDate today = LocalDate.ofInstant(clock.instant(), TradingCalendar.SEOUL);
        return on(calendar.tradingDayFrom(today).orElseGet(calendar::lastTradingDay));
    }

    private static void port(String option, int port) {
        require(port >= 0 && port <= 65_535, option + " must be 0 (a free port) to 65535, not " + port);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// Collects options one by one. Mutable; one thread.
    public static final class Builder {
        private final LocalDate date;
        private int restPort;
        private int wsPort;
        private long seed = 1;
        private OptionalDouble rate = OptionalDouble.empty();
        private double clock = 1;
        private boolean demo;
        private List<InstrumentCode> codes;
        private LocalTime start = LocalTime.of(11, 0);
        private boolean encrypted;
        private int recordsPerFrame = 20;
        private Duration heartbeat = Duration.ofSeconds(10);
        private Duration heartbeatGrace = Duration.ofSeconds(100);
        private long backlogBytes = 8 << 20;
        private boolean gated;

        private Builder(LocalDate date) {
            this.date = date;
            this.codes = SyntheticMarket.defaultCodes(date);
        }

        /// Listens there; 0 is a free port.
        public Builder ports(int rest, int ws) {
            restPort = rest;
            wsPort = ws;
            return this;
        }

        /// Takes another day.
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /// Sends so many records a second over all codes.
        public Builder rate(double recordsPerSecond) {
            rate = OptionalDouble.of(recordsPerSecond);
            return this;
        }

        /// Lets so many exchange seconds pass in one second.
        public Builder clock(double exchangeSecondsPerSecond) {
            clock = exchangeSecondsPerSecond;
            return this;
        }

        /// Tells each code's morning within seconds when it is registered.
        public Builder demo(boolean on) {
            demo = on;
            return this;
        }

        /// Trades these from the beginning, instead of the months that are listed on the date.
        public Builder codes(List<InstrumentCode> traded) {
            codes = traded;
            return this;
        }

        /// Starts at that time of the exchange's day.
        public Builder start(LocalTime time) {
            start = time;
            return this;
        }

        /// Encrypts all records.
        public Builder encrypted(boolean on) {
            encrypted = on;
            return this;
        }

        /// Puts at most so many records into a frame.
        public Builder recordsPerFrame(int most) {
            recordsPerFrame = most;
            return this;
        }

        /// Sends PINGPONG every `period` and ends a session that answers none for `grace`.
        public Builder heartbeat(Duration period, Duration grace) {
            heartbeat = period;
            heartbeatGrace = grace;
            return this;
        }

        /// Cuts a client off when so many bytes wait for it.
        public Builder backlogBytes(long most) {
            backlogBytes = most;
            return this;
        }

        /// Puts a door before the WebSocket, so that connecting itself can fail: see [Fault.Unconnectable].
        public Builder gated(boolean on) {
            gated = on;
            return this;
        }

        /// The options as collected.
        ///
        /// @throws IllegalArgumentException if a value is out of its range, with a message for the person who
        /// gave it
        public ExchangeOptions build() {
            return new ExchangeOptions(
                    restPort,
                    wsPort,
                    seed,
                    rate,
                    clock,
                    demo,
                    codes,
                    date,
                    start,
                    encrypted,
                    recordsPerFrame,
                    heartbeat,
                    heartbeatGrace,
                    backlogBytes,
                    gated);
        }
    }
}
