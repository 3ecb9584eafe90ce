// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertBook;
import io.seonmul.market.AlertRule;
import io.seonmul.market.Contract;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.SampleTick;
import io.seonmul.market.Tick;
import io.seonmul.ui.SampleSession;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Sessions in which something happens at the limits; base price 1,000.00, tick size 0.02, band 10.00 to each side.
final class LimitSessions {

    private final Contract contract;
    private final SampleTick market;
    private final List<Tick> ticks = new ArrayList<>();
    private final AlertBook book = new AlertBook();
    private double last = 1000;

    LimitSessions(String code) {
        contract = SampleSession.contract(code);
        market = new SampleTick(contract, "1000.00");
        ticks.add(market.buy("1000.00", 1));
    }

    /// The time of the next trade, a minute early.
    LimitSessions at(LocalTime time) {
        market.at(time);
        return this;
    }

    /// The rule holds for the whole session.
    LimitSessions alert(AlertRule rule) {
        book.set(List.of(rule));
        return this;
    }

    /// Goes there in small steps, one a minute: no event at the band.
    LimitSessions walkTo(double price) {
        int steps = (int) Math.ceil(Math.abs(price - last) / 2);
        double from = last;
        for (int i = 1; i <= steps; i++) {
            market.later(60);
            trade(from + (price - from) * i / steps);
        }
        return this;
    }

    /// One print far away, and back a minute later: one event, or two where it is loud at once.
    LimitSessions jump(double points) {
        double from = last;
        market.later(30);
        trade(last + points);
        market.later(60);
        return walkTo(from);
    }

    LimitSessions quoteAtBand() {
        market.later(30).quote(text(last + 10), text(last - 0.02));
        return trade(last);
    }

    LimitSessions bandLeftBehind() {
        market.later(30).band(text(last + 9), text(last - 11));
        return trade(last);
    }

    LimitSessions code(String raw) {
        market.later(60).limitCode(raw);
        return trade(last);
    }

    LimitSessions withoutBand() {
        market.later(1).band("", "").quote("", "");
        return trade(last);
    }

    /// A trade that does not arrive.
    LimitSessions lose(double price) {
        market.later(30);
        trade(price);
        ticks.removeLast();
        return this;
    }

    private LimitSessions trade(double price) {
        boolean up = price >= last;
        last = price;
        ticks.add(up ? market.buy(text(price), 1) : market.sell(text(price), 1));
        return this;
    }

    private static String text(double price) {
        return Price.ofHundredths(Math.round(price * 50) * 2).toString();
    }

    InstrumentSnapshot snapshot() {
        Instrument instrument = new Instrument(contract, book);
        ticks.forEach(instrument::apply);
        return instrument.snapshot().orElseThrow();
    }
}
