// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.Aggressor;
import io.seonmul.market.BestQuote;
import io.seonmul.market.Depth;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Quote;
import io.seonmul.market.Tick;
import io.seonmul.market.VolumeProfile;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The sentences of the ladder in one language. FX thread only (as [Formats]).
final class LadderTexts {

    private static final long MOST_SECONDS = 100;
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
        BestQuote best = tick.quote();
        Optional<Quote> book = snapshot.depth().newest() ? snapshot.quote() : Optional.empty();
        OptionalLong ask = total(book.map(Quote::askTotal), best.totalAskSize());
        OptionalLong bid = total(book.map(Quote::bidTotal), best.totalBidSize());
        return new LadderHeader(
                snapshot.code().text(),
                name(snapshot),
                Formats.count(tick.volume()),
                Formats.count(ask),
                Formats.count(bid),
                orders(snapshot.quote().map(Quote::askTotal)),
                orders(snapshot.quote().map(Quote::bidTotal)),
                share(ask, bid),
                ask.isPresent() && bid.orElse(0) > 0
                        ? Formats.decimal((double) ask.getAsLong() / bid.getAsLong(), 2)
                        : Formats.NOT_KNOWN,
                book.map(quote -> words.get(
                                "ladder.total.depth",
                                signed(quote.askTotal().sizeChange()),
                                signed(quote.bidTotal().sizeChange())))
                        .orElse(words.get("ladder.total.trade")));
    }

    private static OptionalLong total(Optional<Quote.Total> book, OptionalLong byTrade) {
        return book.map(Quote.Total::size).orElse(byTrade);
    }

    private static double share(OptionalLong ask, OptionalLong bid) {
        long both = ask.orElse(0) + bid.orElse(0);
        return ask.isEmpty() || bid.isEmpty() || both <= 0 ? Double.NaN : (double) ask.getAsLong() / both;
    }

    private String orders(Optional<Quote.Total> total) {
        OptionalLong orders = total.map(Quote.Total::orders).orElse(OptionalLong.empty());
        return orders.orElse(0) > 0 ? words.get("ladder.orders", Formats.count(orders)) : "";
    }

    private static String signed(OptionalLong figure) {
        return figure.isPresent() ? Formats.signed(figure.getAsLong()) : Formats.NOT_KNOWN;
    }

    private String name(InstrumentSnapshot snapshot) {
        YearMonth month = YearMonth.from(snapshot.tick().clock());
        return snapshot.contract().displayName(words.locale(), month);
    }

    /// How complete the volume at price is, and since when it is counted.
    String completeness(InstrumentSnapshot snapshot, ProfileResets.Traded traded, LadderLines.Completeness state) {
        List<String> parts = new ArrayList<>();
        Optional<LocalTime> reset = traded.resetAt();
        if (reset.isPresent()) {
            parts.add(words.get("ladder.reset.since", Formats.time(reset.get())));
            if (state == LadderLines.Completeness.COMPLETE) {
                parts.add(words.get("ladder.reset.complete"));
            }
        } else if (state == LadderLines.Completeness.COMPLETE) {
            parts.add(words.get("ladder.complete"));
        } else if (!snapshot.joinedAtStart()) {
            parts.add(words.get("ladder.partial", Formats.time(snapshot.joinedAt())));
        }
        if (traded.rows() > 0) {
            parts.add(words.get("ladder.reset.rows", Formats.count(traded.rows())));
        }
        if (traded.lost() > 0) {
            parts.add(words.get("ladder.lost", words.count("contracts", traded.lost())));
        }
        if (traded.unplaced() > 0) {
            parts.add(words.get("ladder.unplaced", words.count("contracts", traded.unplaced())));
        }
        if (snapshot.contract().product().tickSize().isEmpty()) {
            parts.add(words.get("ladder.tick.unknown"));
        }
        return String.join(SEPARATOR, parts);
    }

    /// What is known of the book, how old it is, or why it is not known.
    ///
    /// @param age seconds since the newest depth record
    String depth(InstrumentSnapshot snapshot, LadderStanding standing, long age) {
        if (standing.link() == LadderStanding.Link.DOWN) {
            return words.get("ladder.link.down", Formats.time(snapshot.tick().time()));
        }
        List<String> parts = new ArrayList<>();
        if (standing.link() == LadderStanding.Link.SILENT) {
            parts.add(words.get("ladder.link.silent"));
        }
        if (snapshot.quote().isPresent()) {
            parts.add(words.get("ladder.depth.known", age(age)));
            if (LadderBook.isBehind(snapshot.depth(), age)) {
                parts.add(words.get("ladder.depth.older"));
            }
        } else {
            parts.add(
                    switch (standing.book()) {
                        case OFF -> words.get("ladder.depth.off");
                        case ASKED -> words.get("ladder.depth.asked");
                        case REGISTERED -> words.get("ladder.depth.awaited");
                        case NO_ROOM -> words.get("ladder.depth.no_room");
                        case REFUSED -> words.get("ladder.depth.refused", standing.refusal());
                    });
        }
        if (snapshot.depth().late() > 0) {
            parts.add(words.get(
                    "ladder.depth.late", Formats.count(snapshot.depth().late())));
        }
        return String.join(SEPARATOR, parts);
    }

    /// Seconds, or minutes where they are many.
    String age(long seconds) {
        return seconds < MOST_SECONDS
                ? words.get("ladder.age.seconds", Formats.count(seconds))
                : words.get("ladder.age.minutes", Formats.count(seconds / 60));
    }

    /// What waits in the row under the pointer.
    String book(LadderRow row) {
        List<String> parts = new ArrayList<>();
        queue("ladder.hover.ask", row.ask).ifPresent(parts::add);
        queue("ladder.hover.bid", row.bid).ifPresent(parts::add);
        if (row.age != LadderBook.UNKNOWN) {
            parts.add(words.get(
                    row.ask.older || row.bid.older ? "ladder.hover.older" : "ladder.hover.age", age(row.age)));
        }
        return parts.isEmpty() ? words.get("ladder.hover.empty") : String.join(SEPARATOR, parts);
    }

    private Optional<String> queue(String key, LadderRow.Queue queue) {
        if (!queue.level) {
            return queue.side && queue.beyond ? Optional.of(words.get("ladder.hover.beyond")) : Optional.empty();
        }
        String orders = queue.orders.value() > 0 ? words.get("ladder.orders", queue.orders.text()) : "";
        return Optional.of(words.get(key, queue.size.text(), orders).strip());
    }

    /// What a frozen picture does not show.
    String missed(HoverFreeze.Missed missed) {
        if (missed.trades().orElse(0) == 0 && missed.contracts() == 0) {
            return words.get("ladder.frozen.nothing");
        }
        return words.get(
                "ladder.frozen",
                Formats.count(missed.trades()),
                Formats.count(missed.contracts()),
                Formats.signed(missed.delta()),
                signedTicks(missed.ticks()));
    }

    String aboutToMove() {
        return words.get("ladder.about");
    }

    String lastOutside(long ticks) {
        return ticks > 0
                ? words.get("ladder.last.above", ticks(Formats.count(ticks), ticks))
                : words.get("ladder.last.below", ticks(Formats.count(-ticks), ticks));
    }

    String moved(long ticks) {
        return words.get(ticks > 0 ? "ladder.moved.up" : "ladder.moved.down", signedTicks(ticks));
    }

    private String signedTicks(long ticks) {
        return ticks(Formats.signed(ticks), ticks);
    }

    private String ticks(String written, long ticks) {
        return words.count("ticks", ticks, written);
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

    /// The newest trade: when, which side, how much, and what has traded since the price came there.
    String lastTrade(InstrumentSnapshot snapshot, LastTrade trade) {
        Tick tick = snapshot.tick();
        if (!snapshot.doubts().isEmpty()) {
            return String.join(
                    SEPARATOR,
                    new DoubtTexts(words).brief() + " " + Formats.time(tick.time()),
                    words.count("contracts", tick.size()),
                    Formats.price(tick.last()));
        }
        return words.get(
                "ladder.trade",
                Formats.time(tick.time()),
                side(snapshot.aggressor()),
                Formats.count(tick.size()),
                words.count("trades", trade.trades()),
                words.count("contracts", trade.contracts()));
    }

    private String side(Aggressor aggressor) {
        return switch (aggressor) {
            case BUYER -> words.get("ladder.side.buyer");
            case SELLER -> words.get("ladder.side.seller");
            case NONE -> words.get("ladder.side.none");
        };
    }

    /// The spread in ticks, and what was stacked or pulled at both best prices.
    String quote(LadderBook book, LadderRows window, Optional<Depth.Queue> askQueue, Optional<Depth.Queue> bidQueue) {
        OptionalLong ask = book.asks.best();
        OptionalLong bid = book.bids.best();
        if (ask.isEmpty() && bid.isEmpty()) {
            return words.get("ladder.quote.none");
        }
        return words.get("ladder.quote", spread(book, window), net(bidQueue), net(askQueue));
    }

    /// How far the best prices are apart.
    String spread(LadderBook book, LadderRows window) {
        OptionalLong ask = book.asks.best();
        OptionalLong bid = book.bids.best();
        if (ask.isEmpty() || bid.isEmpty()) {
            return Formats.NOT_KNOWN;
        }
        long ticks = window.ticksBetween(Price.ofHundredths(ask.getAsLong()), Price.ofHundredths(bid.getAsLong()));
        return ticks(Formats.count(ticks), ticks);
    }

    private static String net(Optional<Depth.Queue> queue) {
        return queue.map(known -> Formats.signed(known.net())).orElse(Formats.NOT_KNOWN);
    }

    String mark(LadderMark mark) {
        String text = mark.name(words) + "  " + Formats.price(mark.price());
        return mark.basis()
                .map(basis -> text + "  " + words.get("ladder.mark.basis", Formats.signed(basis)))
                .orElse(text);
    }

    /// A family of marks, as the menu that shows and hides them says it.
    String family(String family) {
        return words.get("ladder.show." + family);
    }

    String legend(LadderMark mark, long ticksFromLast) {
        return "[" + mark.label(words) + "]  " + mark(mark) + "  (" + signedTicks(ticksFromLast) + ")";
    }

    /// The ladder in a few sentences, for those who do not see it.
    String summary(InstrumentSnapshot snapshot, LadderBook book, LadderRows window, String standing) {
        Tick tick = snapshot.tick();
        String vwap = snapshot.sessionVwap().isPresent()
                ? vwap(
                        tick.last(),
                        Price.ofHundredths(Math.round(snapshot.sessionVwap().getAsDouble() * 100)),
                        window)
                : Formats.NOT_KNOWN;
        return words.get(
                "ladder.summary",
                name(snapshot),
                snapshot.doubts().isEmpty()
                        ? Formats.price(tick.last())
                        : Formats.price(tick.last()) + " (" + new DoubtTexts(words).brief() + ")",
                Formats.signed(tick.change()),
                best(book.bids),
                best(book.asks),
                vwap,
                Formats.count(tick.volume()),
                standing);
    }

    private String best(LadderBook.Side side) {
        OptionalLong best = side.best();
        return best.isEmpty()
                ? words.get("ladder.quote.none")
                : words.get(
                        "ladder.summary.best",
                        Formats.price(Price.ofHundredths(best.getAsLong())),
                        side.bestSize() == LadderBook.UNKNOWN ? Formats.NOT_KNOWN : Formats.count(side.bestSize()));
    }

    private String vwap(Price last, Price vwap, LadderRows window) {
        long ticks = window.ticksBetween(vwap, last);
        String distance = ticks(Formats.count(Math.abs(ticks)), ticks);
        return Formats.price(vwap) + " "
                + (ticks == 0
                        ? words.get("ladder.summary.here")
                        : words.get(ticks > 0 ? "ladder.summary.above" : "ladder.summary.below", distance));
    }
}
