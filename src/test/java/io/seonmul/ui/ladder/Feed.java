// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.exchange.SyntheticMarket;
import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.ProductTable;
import io.seonmul.market.Quote;
import io.seonmul.protocol.Frame;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.TickDecoder;
import io.seonmul.protocol.TickField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/// One contract of the synthetic market on its way to a ladder: wire text, decoder, fold, snapshot.
final class Feed {

    static final String MINI = "A05611";
    static final String K200 = "A01612";

    /// 2026-11-02 in Seoul, when the synthetic market's months are listed.
    static final Instant RECEIVED = Instant.parse("2026-11-02T01:00:00Z");

    private final TickDecoder decoder = new TickDecoder();
    private final SyntheticMarket market;
    private final Instrument instrument;
    private String[] newest = {};
    private int seen;

    Feed(String code, long seed, LocalTime start) {
        this(ProductTable.builtIn().contract(new InstrumentCode(code)), seed, start);
    }

    Feed(Contract contract, long seed, LocalTime start) {
        instrument = new Instrument(contract);
        market = new SyntheticMarket(seed, List.of(contract), start);
    }

    /// Lets time pass and folds every record of it.
    Feed run(Duration time) {
        return run(time, _ -> true);
    }

    /// Lets time pass; of its records only those whose running number `arrives` are received.
    Feed run(Duration time, IntPredicate arrives) {
        for (String text : market.advance(time)) {
            if (arrives.test(seen++)) {
                fold(text);
            }
        }
        return this;
    }

    /// Folds the newest record once more as the next trade of one contract, with one field changed at a time.
    Feed trade(Price last, TickField field, String value) {
        return trade(last, new TickField[] {field}, value);
    }

    /// Folds a next trade at `last`, bought or sold as the last one was.
    Feed trade(Price last) {
        return trade(last, new TickField[] {});
    }

    /// Folds a next trade at `last`, with some fields as given.
    Feed trade(Price last, TickField[] fields, String... values) {
        String[] record = bought(last, 1);
        for (int i = 0; i < fields.length; i++) {
            set(record, fields[i], values[i]);
        }
        fold(String.join("^", record));
        return this;
    }

    /// Folds a next trade at `last`, before which as many others at that price were lost.
    Feed tradeAfterLoss(Price last, int lost) {
        fold(String.join("^", bought(last, 1 + lost)));
        return this;
    }

    /// The record of the last of some trades of one contract that buyers initiated at `last`.
    private String[] bought(Price last, int trades) {
        String[] record = newest.clone();
        Price base = price(record, TickField.FUTS_PRPR).minus(price(record, TickField.FUTS_PRDY_VRSS));
        Price high = max(price(record, TickField.FUTS_HGPR), last);
        Price low = max(price(record, TickField.FUTS_LWPR).negated(), last.negated())
                .negated();
        set(record, TickField.FUTS_PRPR, last.toString());
        set(record, TickField.FUTS_PRDY_VRSS, last.minus(base).toString());
        set(record, TickField.FUTS_HGPR, high.toString());
        set(record, TickField.FUTS_LWPR, low.toString());
        set(
                record,
                TickField.OPRC_VRSS_NMIX_PRPR,
                last.minus(price(record, TickField.FUTS_OPRC)).toString());
        set(record, TickField.HGPR_VRSS_NMIX_PRPR, last.minus(high).toString());
        set(record, TickField.LWPR_VRSS_NMIX_PRPR, last.minus(low).toString());
        set(record, TickField.LAST_CNQN, "1");
        add(record, TickField.ACML_VOL, trades);
        add(
                record,
                TickField.ACML_TR_PBMN,
                trades * last.hundredths() * instrument.contract().krwPerPoint().orElseThrow() / 100_000);
        add(record, TickField.SHNU_CNTG_SMTN, trades);
        add(record, TickField.SHNU_CNTG_CSNU, trades);
        add(record, TickField.NTBY_CNTG_CSNU, trades);
        double bought = price(record, TickField.SHNU_CNTG_SMTN).points();
        double sold = price(record, TickField.SELN_CNTG_SMTN).points();
        set(record, TickField.CTTR, "%.2f".formatted(100 * bought / sold));
        set(record, TickField.SHNU_RATE, "%.2f".formatted(bought / (bought + sold)));
        return record;
    }

    private static Price max(Price one, Price other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Price price(String[] record, TickField field) {
        return Price.parse(record[TickField.WIRE_ORDER.indexOf(field)]);
    }

    private static void set(String[] record, TickField field, String value) {
        record[TickField.WIRE_ORDER.indexOf(field)] = value;
    }

    private static void add(String[] record, TickField field, long by) {
        set(record, field, Long.toString(Long.parseLong(record[TickField.WIRE_ORDER.indexOf(field)]) + by));
    }

    private void fold(String text) {
        try {
            decoder.decode(Frame.parse("0|H0IFCNT0|001|" + text), RECEIVED, instrument::apply, rejected -> {
                throw new AssertionError(rejected);
            });
        } catch (ProtocolException e) {
            throw new AssertionError(text, e);
        }
        newest = text.split("\\^", -1);
    }

    /// Folds a depth record of five levels a side, a tick apart, from those best prices on; the deeper, the larger.
    ///
    /// @param late how long after the trades it arrives
    Feed depth(Price bid, Price ask, Duration late) {
        Price tick = instrument.contract().tickSize();
        List<Quote.Level> asks = new ArrayList<>();
        List<Quote.Level> bids = new ArrayList<>();
        for (int i = 0; i < Quote.LEVELS; i++) {
            Price away = Price.ofHundredths(i * tick.hundredths());
            asks.add(level(ask.plus(away), 21 + 17L * i, 4 + 3L * i));
            bids.add(level(bid.minus(away), 34 + 12L * i, 6 + 2L * i));
        }
        return depth(asks, bids, late);
    }

    /// Folds a depth record of those levels.
    Feed depth(List<Quote.Level> asks, List<Quote.Level> bids, Duration late) {
        instrument.apply(new Quote(
                instrument.contract().code(),
                snapshot().tick().time(),
                RECEIVED.plus(late),
                asks,
                bids,
                new Quote.Total(OptionalLong.of(212), OptionalLong.of(731), OptionalLong.of(-4)),
                new Quote.Total(OptionalLong.of(190), OptionalLong.of(688), OptionalLong.of(9)),
                38,
                ""));
        return this;
    }

    static Quote.Level level(Price price, long size, long orders) {
        return new Quote.Level(price, OptionalLong.of(size), OptionalLong.of(orders));
    }

    /// Folds five levels around the newest trade's best quote.
    Feed depth() {
        Price bid = snapshot().tick().quote().bid().orElseThrow();
        Price ask = snapshot().tick().quote().ask().orElseThrow();
        return depth(bid, ask, Duration.ZERO);
    }

    /// The depth is not registered any more.
    Feed forgetDepth() {
        instrument.forgetDepth();
        return this;
    }

    /// The newest record's fields as sent.
    List<String> newest() {
        return Arrays.asList(newest);
    }

    InstrumentSnapshot snapshot() {
        return instrument.snapshot().orElseThrow();
    }
}
