// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Contract;
import io.seonmul.market.Delay;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.protocol.TickField;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.MarketToday;
import io.seonmul.session.Passage;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// One contract of the synthetic market on its way to the window: wire text, decoder, fold, snapshot; records can be
/// lost or rewritten on the way.
final class HealthFeed {

    static final String MINI = "A05612";
    static final String K200 = "A01612";
    static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");

    private final Contract contract;
    private final SyntheticMarket market;
    private final Instrument instrument;
    private String newest = "";
    private int sent;

    HealthFeed(String code, LocalTime start) {
        contract = SyntheticTicks.contract(code);
        market = new SyntheticMarket(5, List.of(contract), start);
        instrument = new Instrument(contract);
    }

    /// The mini from before the opening.
    static HealthFeed fromTheOpening() {
        return new HealthFeed(MINI, LocalTime.of(8, 44));
    }

    HealthFeed run(Duration time) {
        return run(time, number -> true);
    }

    /// Lets time pass; only the records whose running number `arrives` are received.
    HealthFeed run(Duration time, IntPredicate arrives) {
        for (String record : market.advance(time)) {
            if (arrives.test(sent++)) {
                receive(record);
            }
        }
        return this;
    }

    HealthFeed nextDay() {
        market.startNextDay(LocalTime.of(8, 44));
        return this;
    }

    HealthFeed receive(String record) {
        newest = record;
        instrument.apply(SyntheticTicks.decode(record));
        return this;
    }

    /// The next trade of one contract a buyer made, with fields as given and more text at its end.
    HealthFeed buyOne(List<TickField> fields, List<String> values, String more) {
        String[] record = newest.split("\\^", -1);
        set(record, TickField.LAST_CNQN, "1");
        add(record, TickField.ACML_VOL, 1);
        double last = Double.parseDouble(record[TickField.WIRE_ORDER.indexOf(TickField.FUTS_PRPR)]);
        add(
                record,
                TickField.ACML_TR_PBMN,
                Math.round(last * contract.krwPerPoint().orElseThrow() / 1_000));
        add(record, TickField.SHNU_CNTG_SMTN, 1);
        add(record, TickField.SHNU_CNTG_CSNU, 1);
        add(record, TickField.NTBY_CNTG_CSNU, 1);
        for (int i = 0; i < fields.size(); i++) {
            set(record, fields.get(i), values.get(i));
        }
        return receive(String.join("^", record) + more);
    }

    private static void set(String[] record, TickField field, String value) {
        record[TickField.WIRE_ORDER.indexOf(field)] = value;
    }

    private static void add(String[] record, TickField field, long by) {
        set(record, field, Long.toString(Long.parseLong(record[TickField.WIRE_ORDER.indexOf(field)]) + by));
    }

    /// The newest record as sent.
    String newest() {
        return newest;
    }

    InstrumentCode code() {
        return contract.code();
    }

    InstrumentSnapshot snapshot() {
        return instrument.snapshot().orElseThrow();
    }

    /// A session in which this code is in `state`.
    SessionStatus status(SessionState link, CodeState state) {
        return new SessionStatus(
                link,
                List.of(new CodeStatus(contract, state, Optional.of(NOW), true)),
                new FeedCounters(41_022, 48_211, 0, 134_935, 37, 29, 2, 1, 3, 12, 2, 0, 812, 0, 0, 0, 0, 0),
                Optional.empty(),
                Optional.of(new Passage(
                        delay(21, 340, 12_310), delay(4, 61, 3_970), delay(33, 820, 9_004), delay(64, 1_022, 21_950))),
                Optional.empty(),
                MarketToday.NOT_KNOWN);
    }

    private static Delay delay(long median, long p99, long longest) {
        return new Delay(micros(median), micros(p99), micros(longest));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    SessionStatus flowing() {
        return status(new SessionState.Live(NOW), new CodeState.Flowing());
    }
}
