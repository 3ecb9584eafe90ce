// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Folds the records of one contract: audit first, then bars, trades, profile, open interest, limits and depth, and
/// holds what came of it to the user's alerts. Session thread only.
///
/// It outlives connections: the first record after an outage tells the whole outage as one [FeedGap]. A record that its
/// witnesses contradict is shown at once, and folded when later ones prove it.
public final class Instrument {

    private final Contract contract;
    private final FeedAudit audit;
    private final LimitWatch limits;
    private final AlertWatch alerts;
    private final DepthFold depth = new DepthFold();
    private final List<FeedGap> found = new ArrayList<>(1);
    private long sessions = 1;
    private SessionFold session;
    private @Nullable SessionFold replaced;
    /// Newer than the session's newest record, and contradicted by its witnesses.
    private @Nullable Tick doubtful;
    private int doubts;
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
        this.audit = new FeedAudit(contract, new Folding());
        LimitEvents events = new LimitEvents(contract.code());
        this.limits = new LimitWatch(contract, events);
        this.alerts = new AlertWatch(contract, book, events);
        this.session = new SessionFold(sessions, contract);
    }

    /// The contract that is folded.
    public Contract contract() {
        return contract;
    }

    /// Folds one record, in the order of arrival.
    ///
    /// @return the gaps that it proved, oldest first; mostly none
    /// @throws IllegalArgumentException if the record is of another contract
    public List<FeedGap> apply(Tick tick) {
        if (!tick.code().equals(contract.code())) {
            throw new IllegalArgumentException(tick.code() + " given to " + contract.code());
        }
        version++;
        audit.judge(tick);
        if (found.isEmpty()) {
            return List.of();
        }
        List<FeedGap> gaps = List.copyOf(found);
        found.clear();
        return gaps;
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

    /// What the audit decided, carried out.
    private final class Folding implements FeedAudit.Fold {

        @Override
        public void fold(Tick tick, Verdict verdict) {
            switch (verdict.kind()) {
                case DUPLICATE -> {}
                case LATE -> session.addLate(tick, verdict);
                case UPDATE -> {
                    believe();
                    session.update(tick);
                    limits.add(tick, true);
                    depth.add(tick, Aggressor.NONE, true);
                    alerts.add(tick, session.second(tick), audit, limits);
                }
                case DOUBTFUL -> {
                    doubtful = tick;
                    doubts = verdict.doubts();
                }
                case NEW_SESSION -> {
                    replaced = session;
                    session = new SessionFold(++sessions, contract);
                    beginSession();
                    add(tick, verdict);
                }
                case FIRST, NEXT, CORRECTION -> add(tick, verdict);
            }
        }

        @Override
        public void withdraw(LateFill loss) {
            session.withdraw(loss);
        }

        @Override
        public void restore() {
            SessionFold old = replaced;
            if (old != null) {
                session = old;
                replaced = null;
                beginSession();
            }
        }
    }

    private void beginSession() {
        limits.newSession();
        alerts.newSession();
        depth.forget();
    }

    private void add(Tick tick, Verdict verdict) {
        Tick last = session.newest;
        believe();
        session.add(tick, verdict);
        boolean contiguous = verdict.gap().isEmpty();
        limits.add(tick, contiguous);
        depth.add(tick, verdict.aggressor(), contiguous);
        if (!contiguous && last != null) {
            alerts.addGap(last, tick, verdict.gap().get(), session.second(tick));
        }
        alerts.add(tick, session.second(tick), audit, limits);
        verdict.gap().ifPresent(found::add);
    }

    private void believe() {
        if (doubtful != null) {
            doubtful = null;
            doubts = 0;
        }
    }

    /// What contradicts the newest record; empty where nothing does.
    public Set<Witness> doubts() {
        return Witness.of(doubts);
    }

    /// What the feed proved so far; all zero before the first record.
    public AuditReport audit() {
        return audit.report();
    }

    /// All that is known now; empty before the first record. Constant time but for the touched parts of the profile.
    public Optional<InstrumentSnapshot> snapshot() {
        Tick tick = doubtful == null ? session.newest : doubtful;
        if (tick == null) {
            return Optional.empty();
        }
        Tick counted = session.newest;
        Tick earlier = doubts == 0 ? session.before : counted;
        return Optional.of(new InstrumentSnapshot(
                contract,
                version,
                tick,
                earlier == null ? tick : earlier,
                doubts == 0 ? session.aggressor : Aggressor.NONE,
                doubts(),
                depth.depth(),
                session.joinedAt,
                session.joinedAtStart,
                session.second(counted == null ? tick : counted),
                session.extremes,
                session.bars.view(),
                session.trades.view(),
                session.profile.view(),
                session.openInterest.view(),
                counted == null ? limits.status(tick) : limits.status(),
                limits.events(),
                audit.report()));
    }
}
