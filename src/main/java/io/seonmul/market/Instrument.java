// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Folds the records of one contract: audit first, then bars, trades, profile, open interest, limits and depth, and
/// holds what came of it to the user's alerts. Session thread only.
///
/// It outlives connections: the first record after an outage tells the whole outage as one [FeedGap].
public final class Instrument {

    private static final int DAY = 86_400;

    private final Contract contract;
    private final FeedAudit audit;
    private final BarSeries bars = new BarSeries();
    private final TradeTapeBuilder trades = new TradeTapeBuilder();
    private final OpenInterestSeries openInterest = new OpenInterestSeries();
    private final LimitWatch limits;
    private final AlertWatch alerts;
    private final DepthFold depth = new DepthFold();
    private VolumeProfileBuilder profile;
    private SessionExtremes extremes = SessionExtremes.UNSEEN;
    private Aggressor aggressor = Aggressor.NONE;
    private LocalTime joinedAt = LocalTime.MIDNIGHT;
    private boolean joinedAtStart;
    private long joinedVolume;
    private @Nullable Tick newest;
    private @Nullable Tick before;
    private long dayOffset;
    private long version;

    /// Begins to fold `contract`, of which nothing has been received, without alert rules.
    public Instrument(Contract contract) {
        this(contract, new AlertBook());
    }

    /// Begins to fold `contract`, of which nothing has been received.
    ///
    /// @param book the alert rules of the session, shared with its other instruments
    public Instrument(Contract contract, AlertBook book) {
        this.contract = contract;
        this.audit = new FeedAudit(contract);
        LimitEvents events = new LimitEvents(contract.code());
        this.limits = new LimitWatch(contract, events);
        this.alerts = new AlertWatch(contract, book, events);
        this.profile = new VolumeProfileBuilder(contract.tickSize());
    }

    /// The contract that is folded.
    public Contract contract() {
        return contract;
    }

    /// Folds one record, in the order of arrival.
    ///
    /// @return what was lost just before it, if anything
    /// @throws IllegalArgumentException if the record is of another contract
    public Optional<FeedGap> apply(Tick tick) {
        if (!tick.code().equals(contract.code())) {
            throw new IllegalArgumentException(tick.code() + " given to " + contract.code());
        }
        Verdict verdict = audit.judge(tick);
        version++;
        switch (verdict.kind()) {
            case DUPLICATE -> {}
            case LATE -> late(tick, verdict, verdict.fill().orElseThrow());
            case FIRST -> begin(tick, verdict);
            case NEW_SESSION -> {
                bars.clear();
                trades.clear();
                openInterest.clear();
                limits.newSession();
                alerts.newSession();
                depth.forget();
                profile = new VolumeProfileBuilder(contract.tickSize());
                extremes = SessionExtremes.UNSEEN;
                dayOffset = 0;
                newest = null;
                begin(tick, verdict);
            }
            case NEXT, CORRECTION -> fold(tick, verdict);
        }
        return verdict.gap();
    }

    /// Folds one depth record, in the order of arrival. It is kept, not shown, until the first trade record comes.
    ///
    /// @throws IllegalArgumentException if the record is of another contract
    public void apply(Quote quote) {
        if (!quote.code().equals(contract.code())) {
            throw new IllegalArgumentException(quote.code() + " given to " + contract.code());
        }
        depth.add(quote);
    }

    /// Forgets the order book: its depth is not registered any more.
    public void forgetDepth() {
        depth.forgetQuote();
    }

    private void begin(Tick tick, Verdict verdict) {
        join(tick);
        fold(tick, verdict);
    }

    /// Folds a record that arrived after its successor as if it had come in time, wherever the past is kept:
    /// bars, trades, profile, extremes. What tells only of the present (limits, alerts, the queue at the best
    /// prices) counts from the newest record and needs nothing; a step of open interest keeps the second of the
    /// record that was the first to come with it.
    private void late(Tick tick, Verdict verdict, LateFill fill) {
        long second = lateSecond(tick);
        bars.addLate(second, tick, verdict.aggressor(), fill);
        trades.add(second, tick, verdict);
        trades.fill(fill);
        profile.add(tick, verdict.aggressor());
        if (fill.relabels()) {
            profile.relabel(fill);
        }
        Tick last = newest;
        if (last != null) {
            extremes = extremes.afterLate(tick, last);
            if (fill.after().totals().volume() == last.volume()) {
                aggressor = fill.proved().aggressor();
            }
        }
        if (tick.volume() < joinedVolume) {
            join(tick);
        }
    }

    private void join(Tick tick) {
        joinedVolume = tick.volume();
        joinedAt = tick.time();
        joinedAtStart = tick.volume() == tick.size();
    }

    private void fold(Tick tick, Verdict verdict) {
        Tick last = newest;
        if (last != null) {
            if (last.secondOfDay() - tick.secondOfDay() > DAY / 2) {
                dayOffset += DAY;
            }
            extremes = extremes.after(last, tick);
        }
        before = last == null ? tick : last;
        newest = tick;
        joinedVolume = Math.min(joinedVolume, tick.volume()); // a correction lowers the totals
        aggressor = verdict.aggressor();
        bars.add(second(tick), tick, aggressor, verdict.gap());
        trades.add(second(tick), tick, verdict);
        profile.add(tick, aggressor);
        openInterest.add(second(tick), tick);
        limits.add(tick, verdict.gap().isEmpty());
        depth.add(tick, aggressor, verdict.gap().isEmpty());
        alerts.add(tick, second(tick), audit, limits);
    }

    private long second(Tick tick) {
        return dayOffset + tick.secondOfDay();
    }

    /// A late record may have been made before a midnight that lies behind already.
    private long lateSecond(Tick tick) {
        long second = second(tick);
        return newest != null && second - second(newest) > DAY / 2 ? second - DAY : second;
    }

    /// What the feed proved so far; all zero before the first record.
    public AuditReport audit() {
        return audit.report();
    }

    /// All that is known now; empty before the first record. Constant time but for the touched parts of the profile.
    public Optional<InstrumentSnapshot> snapshot() {
        Tick tick = newest;
        Tick earlier = before;
        if (tick == null || earlier == null) {
            return Optional.empty();
        }
        return Optional.of(new InstrumentSnapshot(
                contract,
                version,
                tick,
                earlier,
                aggressor,
                depth.depth(),
                joinedAt,
                joinedAtStart,
                second(tick),
                extremes,
                bars.view(),
                trades.view(),
                profile.view(),
                openInterest.view(),
                limits.status(),
                limits.events(),
                audit.report()));
    }
}
