// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.market.BestQuote;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.market.TradingCalendar;
import io.seonmul.market.VolumeProfile;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The sentences of the ladder in one language. FX thread only (as [Formats]).
final class LadderTexts {

    private static final String SEPARATOR = "  ·  ";

    private final Words words;

    LadderTexts(Words words) {
        this.words = words;
    }

    String nothing() {
        return words.get("ladder.nothing");
    }

    String awaiting(InstrumentCode code) {
        return words.get("ladder.awaiting", code.text());
    }

    LadderHeader header(InstrumentSnapshot snapshot) {
        Tick tick = snapshot.tick();
        BestQuote quote = tick.quote();
        return new LadderHeader(
                snapshot.code().text(),
                name(snapshot),
                Formats.price(tick.last()),
                Formats.change(tick.change()),
                Formats.signedPercent(tick.changeRate()),
                Formats.price(tick.dayRange().low()) + " – "
                        + Formats.price(tick.dayRange().high()),
                Formats.count(tick.volume()),
                percent(tick.orderFlow().strength()),
                Formats.count(quote.totalAskSize()),
                Formats.count(quote.totalBidSize()),
                quote.totalBidSize() > 0
                        ? Formats.decimal((double) quote.totalAskSize() / quote.totalBidSize(), 2)
                        : Formats.NOT_KNOWN);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? Formats.NOT_KNOWN : Formats.decimal(value, 2) + "%";
    }

    private String name(InstrumentSnapshot snapshot) {
        YearMonth month = YearMonth.from(snapshot.tick().receivedAt().atZone(TradingCalendar.SEOUL));
        return snapshot.contract().displayName(words.locale(), month);
    }

    String completeness(InstrumentSnapshot snapshot, LadderViewModel.Completeness state) {
        List<String> parts = new ArrayList<>();
        switch (state) {
            case NONE -> {}
            case COMPLETE -> parts.add(words.get("ladder.complete"));
            case PARTIAL, LOSSY -> {
                if (!snapshot.joinedAtStart()) {
                    parts.add(words.get("ladder.partial", Formats.time(snapshot.joinedAt())));
                }
            }
        }
        long lost = snapshot.audit().lostContracts();
        if (lost > 0) {
            parts.add(words.get("ladder.lost", Formats.count(lost)));
        }
        if (snapshot.profile().unplaced() > 0) {
            parts.add(words.get(
                    "ladder.unplaced", Formats.count(snapshot.profile().unplaced())));
        }
        if (snapshot.contract().product().tickSize().isEmpty()) {
            parts.add(words.get("ladder.tick.unknown"));
        }
        return String.join(SEPARATOR, parts);
    }

    String lastOutside(long ticks) {
        return ticks > 0
                ? words.get("ladder.last.above", ticks(Formats.count(ticks), ticks))
                : words.get("ladder.last.below", ticks(Formats.count(-ticks), ticks));
    }

    String moved(long ticks) {
        return ticks > 0
                ? words.get("ladder.moved.up", ticks(Formats.count(ticks), ticks))
                : words.get("ladder.moved.down", ticks(Formats.count(-ticks), ticks));
    }

    private String signedTicks(long ticks) {
        return ticks(Formats.signed(ticks), ticks);
    }

    private String ticks(String written, long ticks) {
        return words.get(Math.abs(ticks) == 1 ? "ladder.ticks.one" : "ladder.ticks", written);
    }

    /// The price of a row and how far it is from the last one.
    String distance(LadderRows window, int row, Tick tick) {
        Price lowest = window.lowest(row);
        Price highest = window.highest(row);
        String price = Formats.price(lowest) + (lowest.equals(highest) ? "" : "–" + Formats.price(highest));
        if (window.rowOf(tick.last()) == row) {
            return price + SEPARATOR + words.get("ladder.hover.last");
        }
        Price nearest = lowest.compareTo(tick.last()) > 0 ? lowest : highest;
        Price away = nearest.minus(tick.last());
        double percent = tick.last().isZero()
                ? Double.NaN
                : 100.0 * away.hundredths() / Math.abs(tick.last().hundredths());
        return String.join(
                SEPARATOR,
                price,
                signedTicks(window.ticksBetween(nearest, tick.last())),
                Formats.signed(away),
                Formats.signedPercent(percent));
    }

    /// What was traded in a row, by side.
    String traded(VolumeProfile.Level level) {
        return words.get(
                "ladder.hover.traded",
                Formats.count(level.total()),
                Formats.count(level.buy()),
                Formats.count(level.sell()),
                Formats.count(level.none()));
    }

    /// The newest trade: when, which side, how much.
    String lastTrade(InstrumentSnapshot snapshot) {
        Tick tick = snapshot.tick();
        return words.get(
                "ladder.trade",
                Formats.time(tick.time()),
                side(snapshot.aggressor()),
                Formats.count(tick.size()),
                Formats.price(tick.last()));
    }

    private String side(Aggressor aggressor) {
        return switch (aggressor) {
            case BUYER -> words.get("ladder.side.buyer");
            case SELLER -> words.get("ladder.side.seller");
            case NONE -> words.get("ladder.side.none");
        };
    }

    /// The best quote and its spread in ticks.
    String quote(InstrumentSnapshot snapshot, LadderRows window) {
        BestQuote quote = snapshot.tick().quote();
        if (quote.ask().isEmpty() && quote.bid().isEmpty()) {
            return words.get("ladder.quote.none");
        }
        String spread = quote.ask()
                .flatMap(ask -> quote.bid().map(bid -> window.ticksBetween(ask, bid)))
                .map(ticks -> ticks(Formats.count(ticks), ticks))
                .orElse(Formats.NOT_KNOWN);
        return words.get("ladder.quote", Formats.price(quote.bid()), Formats.price(quote.ask()), spread);
    }

    String mark(LadderMark mark) {
        return mark.name(words) + "  " + Formats.price(mark.price());
    }

    String legend(LadderMark mark, long ticksFromLast) {
        return mark(mark) + "  (" + signedTicks(ticksFromLast) + ")";
    }

    /// The ladder in one sentence.
    String summary(InstrumentSnapshot snapshot) {
        Tick tick = snapshot.tick();
        return words.get(
                "ladder.summary",
                name(snapshot),
                Formats.price(tick.last()),
                Formats.signed(tick.change()),
                Formats.price(tick.quote().bid()),
                Formats.price(tick.quote().ask()),
                Formats.count(tick.volume()));
    }
}
