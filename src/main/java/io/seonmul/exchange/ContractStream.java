// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.Aggressor;
import io.seonmul.market.InstrumentCode;
import java.util.SplittableRandom;

/// The trades of one contract through one synthetic day, one event after the other.
///
/// Mutable and confined to the thread of its market. As long as nobody forces a trade or locks the price, the stream is
/// a pure function of seed, day, opening and pace, so that a second one tells the same day again.
final class ContractStream {

    /// What a contract brings along from the day before.
    ///
    /// @param base previous settlement, hundredths
    /// @param volume contracts of the previous day
    /// @param openInterest open contracts of the previous day
    record Opening(long base, long volume, long openInterest) {}

    /// What the market gives a stream: the day, its pace, and what the pace is shared by.
    interface Conditions {
        MarketMood mood();

        IndexPath path(Underlying underlying);

        Pace pace();

        /// The day's number from 0.
        int day();

        /// The share of a fixed pace that the contract of this profile gets, 0 to 1.
        double share(ContractProfile profile);

        /// When the contract of `code` last trades continuously today, in nanoseconds of the day: early and without a
        /// closing print on its last trading day, never after it.
        long continuousEndAt(InstrumentCode code);

        boolean blocksInside();

        boolean locked();
    }

    private static final long NEVER = Long.MAX_VALUE;
    private static final long LOOK_AGAIN = SessionClock.SECOND;
    private static final long OPEN_INTEREST_PERIOD = 10 * SessionClock.SECOND;
    private static final double FOLLOW_UPS = 0.3;
    private static final double FOLLOW_UP_NANOS = 40e6;
    private static final double STATIC_LIMIT = 0.075;

    private final ContractProfile profile;
    private final Conditions conditions;
    private final Opening opening;
    private final SessionClock hours;
    private final long endsAt;
    private final boolean printsAtClose;
    private final IndexPath path;
    private final SplittableRandom random;
    private final ContractFigures figures;
    private final OrderBook book;
    private final Commotion commotion;

    private long nextAt;
    private boolean nextTrades;
    private boolean follows;
    private boolean openingDue;
    private boolean closed;
    private boolean disturbed;
    private boolean buying;
    private long openInterestAt;
    private double drift;

    ContractStream(ContractProfile profile, Conditions conditions, Opening opening) {
        this.profile = profile;
        this.conditions = conditions;
        this.opening = opening;
        hours = conditions.mood().hours();
        endsAt = conditions.continuousEndAt(profile.contract().code());
        printsAtClose = profile.auctionSize() > 0 && endsAt == hours.continuousEndAt();
        path = conditions.path(profile.underlying());
        random = conditions.mood().random(profile.contract().code().text());
        figures = new ContractFigures(profile, opening.base(), opening.volume(), opening.openInterest());
        book = new OrderBook(
                profile, conditions.mood().random(profile.contract().code() + " book"));
        commotion = conditions.pace() instanceof Pace.Demo demo
                ? Commotion.from(
                        hours.second(demo.liveFrom(conditions.day())),
                        conditions.mood().random(profile.contract().code() + " commotion"))
                : Commotion.none();
        openInterestAt = hours.openAt() + OPEN_INTEREST_PERIOD;
        openingDue = profile.auctionSize() > 0;
        nextAt = hours.openAt() + (long) (0.9 * SessionClock.SECOND * random.nextDouble());
        nextTrades = openingDue;
        if (endsAt <= nextAt) {
            openingDue = false;
            end();
        }
    }

    private void end() {
        closed = true;
        nextAt = NEVER;
        nextTrades = false;
    }

    /// The moment after which neither quotes nor open interest change.
    private long lastChangeAt() {
        return endsAt == hours.continuousEndAt() ? hours.closingPrintAt() : endsAt;
    }

    /// What a contract that has not traded yet begins its first day with.
    static Opening first(ContractProfile profile, IndexPath path, SplittableRandom random) {
        long usual = Math.round(profile.tradesPerDay() * profile.meanSize());
        return new Opening(
                onTick(path.previousClose() * (1 + profile.carry()), profile.tick()),
                Math.max(1, Math.round(usual * (0.8 + 0.4 * random.nextDouble()))),
                profile.openInterest());
    }

    InstrumentCode code() {
        return profile.contract().code();
    }

    ContractProfile profile() {
        return profile;
    }

    Opening opening() {
        return opening;
    }

    /// The opening of the next day, as this day stands.
    Opening nextOpening() {
        return new Opening(figures.last(), Math.max(1, figures.volume()), figures.openInterest());
    }

    /// The moment of the next event, in nanoseconds of the day; the largest number when the day is over.
    long nextAt() {
        return nextAt;
    }

    /// Whether somebody interfered, so that the day can no longer be told again.
    boolean disturbed() {
        return disturbed;
    }

    /// Makes the next event happen; whether it was a trade, whose record [#record] gives.
    boolean step() {
        long now = nextAt;
        boolean trades = nextTrades;
        if (trades) {
            trade(now);
        }
        plan(now, trades);
        return trades;
    }

    /// Makes a trade happen at `nanoOfDay` beside the plan: the opening print where that is still due.
    void force(long nanoOfDay) {
        disturbed = true;
        boolean wasDue = openingDue;
        trade(nanoOfDay);
        if (wasDue) {
            plan(Math.max(nanoOfDay, hours.openAt()), false);
        }
    }

    /// Takes note that the market's lock began or ended at `nanoOfDay`.
    void replan(long nanoOfDay) {
        disturbed = true;
        if (!openingDue && !closed && nextAt < endsAt) {
            plan(nanoOfDay, false);
        }
    }

    /// The wire text of the last trade, made at `nanoOfDay`.
    String record(long nanoOfDay) {
        long spot = spot(nanoOfDay);
        long theory = Math.round(spot * (1 + profile.carry()));
        long spread = onTick((spot * profile.cycleCarry() + 40 * drift) / 100, profile.tick());
        return figures.wire(nanoOfDay, book.setting(spot, theory, spread));
    }

    /// How often the order book has changed by `nanoOfDay`; 0 before its first quotes.
    long bookChanges(long nanoOfDay) {
        book.passTo(Math.min(nanoOfDay, lastChangeAt()), this::pull);
        return book.isOpen() ? book.changes() : 0;
    }

    /// The wire text of the order book's depth record at `nanoOfDay`.
    String bookRecord(long nanoOfDay) {
        return book.wire(nanoOfDay);
    }

    private void trade(long now) {
        publishOpenInterest(now);
        book.passTo(now, this::pull);
        double worth = worth(now);
        if (openingDue) {
            openingDue = false;
            print(worth);
            return;
        }
        if (now >= hours.closingPrintAt() && !closed) {
            closed = true;
            if (printsAtClose) {
                print(worth);
                return;
            }
        }
        if (conditions.locked() && figures.sided()) {
            sided(random.nextInt(4) == 0, figures.last(), 1);
            return;
        }
        book.follow(worth, follows);
        boolean buys = figures.sided() && side(worth, hours.second(now));
        buying = buys;
        // Told in fewer trades each stands for several, told in more for less than one.
        long told = Math.max(1, Math.round(profile.meanSize() * retold(now) * sizeFactor()));
        long price = buys ? book.ask() : book.bid();
        book.take(buys, told);
        block(price);
        sided(buys, price, told);
        drift += (buys ? 0.02 : -0.02) - drift * 0.02;
    }

    private void sided(boolean buys, long price, long contracts) {
        figures.trade(buys ? Aggressor.BUYER : Aggressor.SELLER, price, contracts);
    }

    /// An auction's single print: no side, a size that a whole auction has.
    private void print(double worth) {
        long price = onTick(worth, profile.tick());
        book.open(price);
        figures.trade(
                Aggressor.NONE,
                price,
                Math.max(1, Math.round(profile.auctionSize() * (0.6 + 0.8 * random.nextDouble()))));
    }

    /// A few negotiated blocks a day, on the busy contracts only.
    private void block(long price) {
        if (profile.auctionSize() > 0 && random.nextDouble() < 5 / Math.max(2_000, profile.tradesPerDay())) {
            figures.block(price, 10 + random.nextInt(Math.toIntExact(profile.bookSize())), conditions.blocksInside());
        }
    }

    /// The same side as the trade before more often than not, and the side that the worth pulls to; a sweep is one
    /// side's doing.
    private boolean side(double worth, int second) {
        if (commotion.sweeps(second)) {
            return commotion.shift(second) > 0;
        }
        if (follows) {
            return buying;
        }
        double pull = Math.clamp((worth * 100 - book.middle()) / (2.0 * profile.tick()), -1, 1);
        return random.nextDouble() < 0.5 + (buying ? 0.17 : -0.17) + 0.3 * pull;
    }

    /// A size as a multiple of the mean: mostly the smallest, now and then a large one; mean about 1.
    private double sizeFactor() {
        double draw = random.nextDouble();
        if (draw < 0.004) {
            return 8 + 30 * random.nextDouble();
        }
        return draw < 0.1 ? 1 + 2.5 * random.nextDouble() : 0.35 + 0.75 * random.nextDouble();
    }

    /// Where the contract ought to trade now, in points: held inside the dynamic band and the static limits.
    private double worth(long now) {
        double swept = 1 + commotion.shift(hours.second(now));
        double points = path.futureAt(now, profile.carry()) * swept + drift * profile.tick() / 100;
        double base = figures.base() / 100.0;
        double last = figures.last() / 100.0;
        double within = Math.clamp(points, base * (1 - STATIC_LIMIT), base * (1 + STATIC_LIMIT));
        if (openingDue) {
            return within;
        }
        double reach = Math.max(1, figures.bandHalfWidth() - 3 * profile.tick()) / 100.0;
        return Math.clamp(within, last - reach, last + reach);
    }

    /// Between trades the quotes stay during a sweep, an auction and a lock.
    private double pull(long now) {
        boolean stays = follows || conditions.locked() || now >= endsAt;
        return stays ? 0 : worth(now);
    }

    private void publishOpenInterest(long now) {
        double spread = figures.openInterest() * 0.00015;
        for (; openInterestAt <= Math.min(now, lastChangeAt()); openInterestAt += OPEN_INTEREST_PERIOD) {
            double activity = conditions.mood().activity(hours.second(openInterestAt));
            figures.openInterestStep(Math.round(spread * StrictMath.sqrt(activity) * random.nextGaussian()));
        }
    }

    /// Chooses the next event after `now`. What lies further off than a second is looked at again then: the pace
    /// changes.
    private void plan(long now, boolean traded) {
        follows = false;
        if (closed) {
            end();
            return;
        }
        nextTrades = true;
        double mean = SessionClock.SECOND / pace(now);
        double followUp = Math.min(FOLLOW_UP_NANOS, 0.3 * mean);
        if (conditions.locked()) {
            nextAt = now + (long) ((4 + 54 * random.nextDouble()) * SessionClock.SECOND);
        } else if (traded && figures.sided() && random.nextDouble() < FOLLOW_UPS) {
            follows = true;
            nextAt = now + (long) exponential(followUp);
        } else {
            double wait = exponential((mean - FOLLOW_UPS * followUp) / (1 - FOLLOW_UPS));
            nextTrades = wait < LOOK_AGAIN;
            nextAt = now + (nextTrades ? (long) wait : LOOK_AGAIN);
        }
        if (nextAt >= endsAt) {
            nextAt = hours.closingPrintAt();
            nextTrades = printsAtClose;
            closed = !nextTrades;
        }
    }

    /// Trades a second at this moment, follow-ups included.
    private double pace(long now) {
        return switch (conditions.pace()) {
            case Pace.Natural _ -> ordinary(now);
            case Pace.Fixed fixed ->
                conditions.day() == 0 && now < fixed.from()
                        ? ordinary(now)
                        : fixed.tradesPerSecond() * conditions.share(profile);
            case Pace.Demo demo -> {
                double mean = average();
                yield demo.told(mean, demo.liveAt(conditions.day(), now))
                        / mean
                        * ordinary(now)
                        * commotion.activity(hours.second(now));
            }
        };
    }

    private double average() {
        return profile.tradesPerDay() / SessionClock.CONTINUOUS_SECONDS;
    }

    private double ordinary(long now) {
        int second = hours.second(now);
        return average() * hours.shape(second) * conditions.mood().activity(second);
    }

    /// How many ordinary trades one told trade stands for.
    private double retold(long now) {
        return switch (conditions.pace()) {
            case Pace.Natural _, Pace.Fixed _ -> 1;
            case Pace.Demo demo -> average() / demo.told(average(), demo.liveAt(conditions.day(), now));
        };
    }

    private double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    private long spot(long nanoOfDay) {
        return path.spotHundredths(hours.second(nanoOfDay));
    }

    private static long onTick(double points, long tick) {
        return Math.round(points * 100 / tick) * tick;
    }
}
