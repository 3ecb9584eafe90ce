// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.ui.SampleSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitLogTest {

    private final List<LimitEvent> told = new ArrayList<>();
    private final LimitLog log = new LimitLog(LimitJournal.NONE, InstantSource.fixed(Instant.EPOCH), told::addAll);
    private final LimitSessions session = new LimitSessions("A05612");

    @Test
    void takesEachEventOnce() {
        session.walkTo(1076);
        log.take(session.snapshot());
        log.take(session.snapshot());
        assertThat(log.entries()).hasSize(1);
        assertThat(told).hasSize(1);
        session.walkTo(1080);
        log.take(session.snapshot());
        assertThat(log.entries())
                .extracting(entry -> entry.event().kind())
                .containsExactly(LimitEvent.Kind.STAGE_REACHED, LimitEvent.Kind.STAGE_NEAR);
        assertThat(told)
                .extracting(LimitEvent::kind)
                .containsExactly(LimitEvent.Kind.STAGE_NEAR, LimitEvent.Kind.STAGE_REACHED);
        assertThat(log.unacknowledgedProperty().get()).isEqualTo(2);
    }

    @Test
    void anotherContractCountsItsOwnEvents() {
        log.take(session.walkTo(1076).snapshot());
        log.take(new LimitSessions("A04612").walkTo(924).snapshot());
        assertThat(log.entries())
                .extracting(entry -> entry.event().code().text())
                .containsExactly("A04612", "A05612");
    }

    @Test
    void acknowledgingIsDoneOnceAndSurvivesTheNextSnapshot() {
        log.take(session.walkTo(1080).snapshot());
        LimitEntry newest = log.entries().getFirst();
        log.acknowledge(newest);
        log.acknowledge(newest);
        assertThat(log.unacknowledgedProperty().get()).isEqualTo(1);
        log.take(session.walkTo(1079).snapshot());
        assertThat(log.entries().getFirst()).isSameAs(newest);
        assertThat(newest.acknowledgedProperty().get()).isTrue();
        log.acknowledgeAll();
        assertThat(log.unacknowledgedProperty().get()).isZero();
        assertThat(log.entries()).allMatch(entry -> entry.acknowledgedProperty().get());
    }

    @Test
    void aContractThatCameBackIsTakenFromItsFirstEventAgain() {
        log.take(session.walkTo(1080).walkTo(1000).snapshot());
        assertThat(log.entries()).hasSize(2);
        log.take(new LimitSessions("A05612").walkTo(1076).snapshot());
        assertThat(log.entries()).as("its version began anew").hasSize(3);
    }

    @Test
    void aContractThatWasPutBackTellsOnlyWhatIsNew() {
        log.take(session.walkTo(1080).walkTo(1000).snapshot());
        log.take(session.snapshot());
        assertThat(log.entries()).hasSize(2);
        log.take(session.walkTo(1080).snapshot());
        assertThat(log.entries())
                .hasSizeGreaterThan(2)
                .extracting(LimitEntry::event)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAWatchedFutureBringsASidecar() {
        InstrumentSnapshot future = new LimitSessions("A01612").walkTo(1010).snapshot();
        log.take(future);
        assertThat(log.sidecars().of(future.code())).isPresent();

        log.watched(List.of(session.snapshot().code()));
        assertThat(log.sidecars().of(future.code())).isEmpty();

        log.watched(List.of(session.snapshot().code(), future.code()));
        log.take(future);
        assertThat(log.sidecars().of(future.code())).isPresent();
    }

    @Test
    void holdsTheNewestAndCountsWhatItDropped() {
        InstrumentSnapshot many = manyEvents(LimitLog.CAPACITY + 30);
        int all = many.limitEvents().size();
        assertThat(all).isGreaterThanOrEqualTo(LimitLog.CAPACITY + 30);
        log.take(session.walkTo(1076).snapshot());
        log.acknowledgeAll();
        log.take(new LimitSessions("A05601").walkTo(1076).snapshot());
        log.take(many);
        assertThat(log.entries()).hasSize(LimitLog.CAPACITY);
        assertThat(log.droppedProperty().get()).isEqualTo(all + 2 - LimitLog.CAPACITY);
        assertThat(log.unacknowledgedProperty().get()).isEqualTo(LimitLog.CAPACITY);
        assertThat(log.entries().getFirst().event())
                .isEqualTo(many.limitEvents().getLast());
        log.take(new LimitSessions("A04612").walkTo(1076).snapshot());
        assertThat(log.entries()).hasSize(LimitLog.CAPACITY);
        assertThat(log.unacknowledgedProperty().get()).isEqualTo(LimitLog.CAPACITY);
        assertThat(log.droppedProperty().get()).isEqualTo(all + 3 - LimitLog.CAPACITY);
    }

    /// A warning that comes every day is none.
    @Test
    void anOrdinaryDayFromOpeningToClosingAuctionRaisesNothing() {
        InstrumentSnapshot day = SampleSession.of("A06612", LocalTime.of(8, 45), Duration.ofMinutes(425));
        assertThat(day.version()).isGreaterThan(10_000);
        log.take(day);
        assertThat(log.entries()).isEmpty();
        assertThat(day.limits().mostConsumed()).isPositive();
    }

    private static InstrumentSnapshot manyEvents(int count) {
        LimitSessions many = new LimitSessions("A01612");
        for (int i = 0; i < count; i++) {
            many.code(i % 2 == 0 ? "3" : "2");
        }
        return many.snapshot();
    }

    @Test
    void notesAreJournaledAndALogThatBeginsAnewHasThem() {
        List<LimitJournal.Kept> kept = new ArrayList<>();
        LimitJournal journal = new LimitJournal() {
            @Override
            public void told(long number, LimitEvent event) {
                kept.add(new Kept(number, event, Optional.empty()));
            }

            @Override
            public void acknowledged(long number, Acknowledgement acknowledgement) {
                kept.replaceAll(each ->
                        each.number() == number ? new Kept(number, each.event(), Optional.of(acknowledgement)) : each);
            }

            @Override
            public List<Kept> kept() {
                return List.copyOf(kept);
            }
        };
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(7));
        LimitLog before = new LimitLog(journal, clock, told::addAll);
        before.take(session.walkTo(1080).snapshot());
        before.acknowledge(before.entries().getLast(), "news");
        before.acknowledge(before.entries().getLast(), "no news");
        before.acknowledge(before.entries().getLast());
        told.clear();

        LimitLog after = new LimitLog(journal, clock, told::addAll);
        assertThat(told).as("known already").isEmpty();
        assertThat(after.entries())
                .extracting(entry -> entry.event().kind() + " " + entry.note())
                .containsExactly("STAGE_REACHED ", "STAGE_NEAR no news");
        assertThat(after.unacknowledgedProperty().get()).isEqualTo(1);
        assertThat(after.entries().getLast().row().acknowledgedAt()).contains(Instant.ofEpochSecond(7));
        after.take(new LimitSessions("A04612").walkTo(1076).snapshot());
        assertThat(kept).extracting(LimitJournal.Kept::number).containsExactly(1L, 2L, 3L);
    }
}
