// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// What one session of a contract comes to: bars, trades, profile, open interest, extremes. Session thread only.
///
/// A new session gets another one, so that the one before can be put back whole.
final class SessionFold {

    private static final int DAY = 86_400;

    final BarSeries bars;
    final TradeTapeBuilder trades;
    final OpenInterestSeries openInterest = new OpenInterestSeries();
    final VolumeProfileBuilder profile;
    SessionExtremes extremes = SessionExtremes.UNSEEN;
    Aggressor aggressor = Aggressor.NONE;
    LocalTime joinedAt = LocalTime.MIDNIGHT;
    boolean joinedAtStart;
    /// The newest record that counts.
    @Nullable
    Tick newest;

    @Nullable
    Tick before;

    private long joinedVolume;
    private long dayOffset;

    /// @param number counts the sessions of the contract, from 1
    SessionFold(long number, Contract contract) {
        bars = new BarSeries(number);
        trades = new TradeTapeBuilder(number);
        profile = new VolumeProfileBuilder(contract.tickSize());
    }

    /// Folds the next record.
    void add(Tick tick, Verdict verdict) {
        Tick last = newest;
        if (last == null) {
            join(tick);
        } else {
            if (WitnessCheck.isMidnight(last, tick)) {
                dayOffset += DAY;
            }
            if (SessionExtremes.moved(last, tick)) {
                extremes = extremes.after(last, tick);
            }
        }
        advance(tick);
        joinedVolume = Math.min(joinedVolume, tick.volume()); // a correction lowers the totals
        aggressor = verdict.aggressor();
        bars.add(second(tick), tick, aggressor, verdict.gap());
        trades.add(second(tick), tick, verdict);
        profile.add(tick, aggressor);
        openInterest.add(second(tick), tick);
    }

    /// Takes the state of a record that brings no trade.
    void update(Tick tick) {
        advance(tick);
        openInterest.add(second(tick), tick);
    }

    private void advance(Tick tick) {
        before = newest == null ? tick : newest;
        newest = tick;
    }

    /// Folds a record that arrived after its successor as if it had come in time, wherever the past is kept. What is of
    /// the present alone (limits, alerts, the queue at the best prices) counts from the newest record and needs
    /// nothing; a step of open interest keeps the second of the record that was the first to come with it.
    void addLate(Tick tick, Verdict verdict) {
        LateFill fill = verdict.fill().orElseThrow();
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

    void withdraw(LateFill loss) {
        bars.withdraw(loss);
        trades.fill(loss);
    }

    private void join(Tick tick) {
        joinedVolume = tick.volume();
        joinedAt = tick.time();
        joinedAtStart = tick.volume() == tick.size();
    }

    /// Exchange second of a record, beyond midnight counted on.
    long second(Tick tick) {
        return dayOffset + tick.secondOfDay();
    }

    /// A late record may have been made before a midnight that lies behind already.
    private long lateSecond(Tick tick) {
        long second = second(tick);
        return newest != null && second - second(newest) > DAY / 2 ? second - DAY : second;
    }
}
