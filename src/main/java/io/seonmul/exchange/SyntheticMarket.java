// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A market of index futures that never was: seeded trades of several contracts that move together, as wire records in
/// which every relation of kis/invariants.md holds.
///
/// It has no thread and no clock: [#advance] moves its time. The same seed, contracts, start and calls give the same
/// records, however the time is cut into steps; a contract's records do not depend on which others are there (except
/// under a fixed pace, which they share). Mutable; confined to one thread at a time.
///
/// On a usual day one print without side at 08:45, continuous trading to 15:35, one print at 15:45; on others by the
/// hours of the calendar. A contract ends early on its last trading day, without a closing print; one that was over
/// before the market began trades on, so that a fixed code serves on any date. A contract added in
/// the course of the day has traded since the morning, only nobody has listened.
public final class SyntheticMarket {

    private static final YearMonth PRESUMED_MONTH = YearMonth.of(2026, 11);

    /// One trade: whose, when in the day, and its record on the wire.
    record Trade(InstrumentCode code, long nanoOfDay, String text) {}

    /// One contract's order book at the present time.
    ///
    /// @param changes how often it has changed today
    /// @param text its depth record on the wire
    record Book(long changes, String text) {}

    private final long seed;
    private final LocalDate firstDate;
    private final Pace pace;
    private final boolean blocksInside;
    private final Present present = new Present();
    private final Map<InstrumentCode, ContractStream> streams = new LinkedHashMap<>();
    private final PriorityQueue<ContractStream> agenda =
            new PriorityQueue<>(Comparator.comparingLong(ContractStream::nextAt).thenComparing(ContractStream::code));
    private final Map<String, IndexPath> paths = new HashMap<>();

    private int day;
    private LocalDate date;
    private MarketMood mood;
    private long now;
    private double weights;
    private boolean locked;

    /// A market of `contracts` on its first day, joined at `start`: they have traded since the morning.
    public SyntheticMarket(long seed, List<Contract> contracts, LocalTime start) {
        this(seed, presumedDate(contracts), contracts, start, new Pace.Natural());
    }

    /// As the other, on a given date (from which the months count) and at a given pace.
    SyntheticMarket(long seed, LocalDate date, List<Contract> contracts, LocalTime start, Pace pace) {
        this.seed = seed;
        this.firstDate = date;
        this.date = date;
        this.pace = pace;
        this.mood = new MarketMood(seed, 0, SessionClock.of(date));
        this.blocksInside = blocksInside(mood);
        this.now = start.toNanoOfDay();
        contracts.forEach(this::add);
    }

    /// Whether an exchange of that mood counts negotiated blocks into volume and turnover.
    static boolean blocksInside(MarketMood mood) {
        return mood.random("blocks").nextBoolean();
    }

    /// The market's time of day.
    public LocalTime time() {
        return LocalTime.ofNanoOfDay(now);
    }

    /// The market's date; each day that [#startNextDay] begins is the next trading day.
    public LocalDate date() {
        return date;
    }

    /// The hours of the market's present day.
    SessionClock hours() {
        return mood.hours();
    }

    /// When the next day's opening print is.
    LocalTime nextOpen() {
        return SessionClock.of(nextTradingDay(date)).open();
    }

    /// Moves the time on by `step` and returns the records of all trades in that time, oldest first. Past midnight the
    /// next day begins.
    ///
    /// @throws IllegalArgumentException if `step` is negative
    public List<String> advance(Duration step) {
        return trades(step).stream().map(Trade::text).toList();
    }

    /// As [#advance], with the contract and the moment of each trade.
    List<Trade> trades(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        List<Trade> trades = new ArrayList<>();
        long target = now + step.toNanos();
        while (target >= SessionClock.DAY) {
            runTo(SessionClock.DAY, trades);
            startNextDay(LocalTime.MIDNIGHT);
            target -= SessionClock.DAY;
        }
        runTo(target, trades);
        return trades;
    }

    /// Forces one trade of `code` at the present time, even where the exchange would have none, and returns its record.
    /// Before the opening print it is the opening print.
    ///
    /// @throws IllegalArgumentException if the market does not have that contract
    public String nextTrade(InstrumentCode code) {
        ContractStream stream = stream(code);
        agenda.remove(stream);
        stream.force(now);
        agenda.add(stream);
        return stream.record(now);
    }

    /// The record of the last trade of `code` so far, as it would be sent now.
    ///
    /// @throws IllegalArgumentException if the market does not have that contract
    String lastTrade(InstrumentCode code) {
        return stream(code).record(now);
    }

    /// The order book of `code` now, unless it has no quotes yet or has not changed since it had so many `changes`.
    /// Asking changes nothing.
    ///
    /// @throws IllegalArgumentException if the market does not have that contract
    Optional<Book> book(InstrumentCode code, long changes) {
        ContractStream stream = stream(code);
        long present = stream.bookChanges(now);
        return present == 0 || present == changes
                ? Optional.empty()
                : Optional.of(new Book(present, stream.bookRecord(now)));
    }

    /// Adds a contract, as having traded since the morning unheard; nothing happens if it is there already.
    public void add(Contract contract) {
        if (streams.containsKey(contract.code())) {
            return;
        }
        ContractProfile profile = ContractProfile.of(contract, firstDate);
        weights += weight(profile);
        ContractStream.Opening opening =
                ContractStream.first(profile, path(profile.underlying()), mood.random(contract.code() + " before"));
        ContractStream stream = new ContractStream(profile, present, opening);
        while (stream.nextAt() < now) {
            stream.step();
        }
        streams.put(contract.code(), stream);
        agenda.add(stream);
    }

    /// The codes of all contracts of this market, in the order in which they were added.
    public List<InstrumentCode> codes() {
        return List.copyOf(streams.keySet());
    }

    /// Locks every price where it is, with a trade of one contract a few times a minute, or ends that: real markets
    /// have stood so for over an hour.
    public void lockPrices(boolean lock) {
        locked = lock;
        agenda.clear();
        for (ContractStream stream : streams.values()) {
            stream.replan(now);
            agenda.add(stream);
        }
    }

    /// Ends the day wherever it stands and begins the next one at `start`, unheard before that: totals begin anew, and
    /// the last price is the base price.
    public void startNextDay(LocalTime start) {
        Map<String, IndexPath> before = Map.copyOf(paths);
        day++;
        date = nextTradingDay(date);
        mood = new MarketMood(seed, day, SessionClock.of(date));
        paths.clear();
        agenda.clear();
        now = start.toNanoOfDay();
        for (Map.Entry<InstrumentCode, ContractStream> entry : streams.entrySet()) {
            Underlying underlying = entry.getValue().profile().underlying();
            double close = Objects.requireNonNull(before.get(underlying.name())).close();
            paths.computeIfAbsent(underlying.name(), _ -> new IndexPath(mood, underlying, close));
            ContractStream stream = new ContractStream(
                    entry.getValue().profile(), present, entry.getValue().nextOpening());
            while (stream.nextAt() < now) {
                stream.step();
            }
            entry.setValue(stream);
        }
        agenda.addAll(streams.values());
    }

    /// Tells the present day of one contract again from its first trade to now, without changing anything; empty if
    /// somebody forced a trade or locked the price today, for then it cannot be told again.
    List<Trade> retell(InstrumentCode code) {
        ContractStream told = stream(code);
        if (told.disturbed() || locked || pace instanceof Pace.Fixed) {
            return List.of();
        }
        List<Trade> trades = new ArrayList<>();
        ContractStream again = new ContractStream(told.profile(), present, told.opening());
        while (again.nextAt() < now) {
            step(again, trades);
        }
        return trades;
    }

    /// The codes of [#defaultCodes(YearMonth)] for the nearest month that still trades on `date`.
    public static List<InstrumentCode> defaultCodes(LocalDate date) {
        return defaultCodes(ContractProfile.frontMonth(date));
    }

    /// Contracts that are listed while `month` is the nearest: KOSPI200 near and next quarter, the mini's three nearest
    /// months, KOSDAQ150 near and next quarter.
    public static List<InstrumentCode> defaultCodes(YearMonth month) {
        YearMonth quarter = month.plusMonths(Math.floorMod(-month.getMonthValue(), 3));
        return Stream.of(
                        Stream.of(code("A01", quarter), code("A01", quarter.plusMonths(3))),
                        IntStream.range(0, 3).mapToObj(ahead -> code("A05", month.plusMonths(ahead))),
                        Stream.of(code("A06", quarter), code("A06", quarter.plusMonths(3))))
                .flatMap(codes -> codes)
                .toList();
    }

    /// The code of that product's contract of that month.
    static InstrumentCode code(String product, YearMonth month) {
        int number = month.getMonthValue();
        return new InstrumentCode(product + month.getYear() % 10 + (number < 10 ? "0" : "") + number);
    }

    /// A date on which the earliest of `contracts` is the nearest month.
    private static LocalDate presumedDate(List<Contract> contracts) {
        return contracts.stream()
                .filter(contract -> contract.code().isOutright())
                .map(contract -> contract.code().month(PRESUMED_MONTH))
                .min(Comparator.naturalOrder())
                .orElse(PRESUMED_MONTH)
                .atDay(1);
    }

    /// Outside the calendar's table every day but the weekend is one.
    private static LocalDate nextTradingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!TradingCalendar.builtIn()
                .isTradingDay(next)
                .orElse(next.getDayOfWeek().getValue() <= 5)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void runTo(long target, List<Trade> trades) {
        for (ContractStream stream = agenda.peek();
                stream != null && stream.nextAt() < target;
                stream = agenda.peek()) {
            agenda.remove();
            step(stream, trades);
            agenda.add(stream);
        }
        now = target;
    }

    private static void step(ContractStream stream, List<Trade> trades) {
        long at = stream.nextAt();
        if (stream.step()) {
            trades.add(new Trade(stream.code(), at, stream.record(at)));
        }
    }

    private ContractStream stream(InstrumentCode code) {
        ContractStream stream = streams.get(code);
        if (stream == null) {
            throw new IllegalArgumentException("the market has no contract " + code);
        }
        return stream;
    }

    /// Thin contracts get more of a fixed pace than of an ordinary day, so that a load reaches every code.
    private static double weight(ContractProfile profile) {
        return StrictMath.sqrt(profile.tradesPerDay());
    }

    private IndexPath path(Underlying underlying) {
        return paths.computeIfAbsent(underlying.name(), _ -> new IndexPath(mood, underlying, underlying.level()));
    }

    /// What this market gives its streams.
    private final class Present implements ContractStream.Conditions {
        @Override
        public MarketMood mood() {
            return mood;
        }

        @Override
        public IndexPath path(Underlying underlying) {
            return SyntheticMarket.this.path(underlying);
        }

        @Override
        public Pace pace() {
            return pace;
        }

        @Override
        public int day() {
            return day;
        }

        @Override
        public double share(ContractProfile profile) {
            return weight(profile) / weights;
        }

        @Override
        public long continuousEndAt(InstrumentCode code) {
            SessionClock hours = mood.hours();
            return TradingCalendar.builtIn().hasExpired(code, firstDate)
                    ? hours.continuousEndAt()
                    : hours.continuousEndAt(code, date);
        }

        @Override
        public boolean blocksInside() {
            return blocksInside;
        }

        @Override
        public boolean locked() {
            return locked;
        }
    }
}
