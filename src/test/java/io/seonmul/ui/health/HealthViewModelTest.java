// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.FeedGap;
import io.seonmul.market.Figure;
import io.seonmul.market.Instrument;
import io.seonmul.market.Invariant;
import io.seonmul.market.SampleTick;
import io.seonmul.market.SyntheticTicks;
import io.seonmul.market.Tick;
import io.seonmul.market.WireText;
import io.seonmul.protocol.TickField;
import io.seonmul.session.CodeState;
import io.seonmul.session.FailureReason;
import io.seonmul.session.SessionState;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the window says of feeds of which the test knows what became of every record.
final class HealthViewModelTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private Instant now = HealthFeed.NOW;
    private final HealthViewModel model = new HealthViewModel(HealthSettings.DEFAULT, ENGLISH, () -> now);

    private static String contracts(long count) {
        return count == 1 ? "1 contract" : count + " contracts";
    }

    private Statement statement() {
        return model.statementProperty().get();
    }

    private void show(HealthFeed feed) {
        model.show(feed.flowing());
        model.show(feed.snapshot());
        model.second(now);
    }

    @Test
    void aFeedThatLostNothingSaysSoAndSinceWhen() {
        HealthFeed feed = HealthFeed.fromTheOpening().run(Duration.ofMinutes(10));
        show(feed);

        assertThat(statement().mood()).isEqualTo(Statement.Mood.WHOLE);
        assertThat(statement().headline()).isEqualTo("Nothing lost since 08:45:00");
        assertThat(statement().detail()).isEqualTo("Received from the session's first trade, 08:45:00");
        assertThat(statement().percent()).isEqualTo("100%");
        assertThat(model.gaps().newest()).isEmpty();
        assertThat(model.relationsProperty().get())
                .hasSize(14)
                .allMatch(relation -> relation.state() == Relation.State.HELD
                        && relation.failed().equals("0"));
    }

    @Test
    void everyDeletedContractIsNamedWhereItIsMissing() {
        List<Tick> ticks = SyntheticTicks.days(3, HealthFeed.K200, 1).subList(0, 2_000);
        Instrument instrument = new Instrument(SyntheticTicks.contract(HealthFeed.K200));
        List<Tick> deleted = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            if (i == 700 || i == 701 || i == 1_500) {
                deleted.add(ticks.get(i));
            } else {
                instrument.apply(ticks.get(i));
            }
        }
        model.show(instrument.snapshot().orElseThrow());

        long lost = deleted.stream().mapToLong(Tick::size).sum();
        assertThat(statement().mood()).isEqualTo(Statement.Mood.LOSSY);
        assertThat(statement().headline()).isEqualTo("Lost " + contracts(lost) + " in 2 gaps");
        assertThat(model.completenessProperty().get().contracts().lost()).isEqualTo(Formats.count(lost));
        assertThat(model.completenessProperty().get().trades().lost()).isEqualTo("3");
        assertThat(model.gaps().newest()).extracting(FeedGap::sequence).containsExactly(2L, 1L);
        assertThat(model.gaps().newest().get(1).from()).contains(ticks.get(699).time());
        assertThat(model.gaps().newest().get(1).to()).isEqualTo(ticks.get(702).time());
    }

    @Test
    void whatArrivesLateIsNoLongerLost() {
        List<Tick> ticks = SyntheticTicks.days(3, HealthFeed.K200, 1).subList(0, 300);
        Instrument instrument = new Instrument(SyntheticTicks.contract(HealthFeed.K200));
        ticks.subList(0, 200).forEach(instrument::apply);
        ticks.subList(201, 300).forEach(instrument::apply);
        instrument.apply(ticks.get(200));
        model.show(instrument.snapshot().orElseThrow());

        assertThat(statement().headline())
                .isEqualTo("Nothing lost: " + contracts(ticks.get(200).size()) + " arrived late");
        assertThat(statement().percent()).isEqualTo("100%");
        assertThat(model.completenessProperty().get().late().text()).isEqualTo("1");
        assertThat(model.gaps().newest()).isEmpty();
    }

    @Test
    void aGapShrinksInItsRowAndGoes() {
        List<Tick> ticks = SyntheticTicks.days(3, HealthFeed.K200, 1).subList(0, 300);
        Instrument instrument = new Instrument(SyntheticTicks.contract(HealthFeed.K200));
        ticks.subList(0, 200).forEach(instrument::apply);
        instrument.apply(ticks.get(202));
        instrument.apply(ticks.get(204));
        instrument.apply(ticks.get(206));
        model.show(instrument.snapshot().orElseThrow());
        FeedGap untouched = model.gaps().newest().getFirst();
        assertThat(model.gaps().newest()).extracting(FeedGap::sequence).containsExactly(3L, 2L, 1L);

        instrument.apply(ticks.get(200));
        instrument.apply(ticks.get(203));
        now = now.plusSeconds(1);
        model.show(instrument.snapshot().orElseThrow());
        long lost = ticks.get(201).size() + ticks.get(205).size();
        long late = ticks.get(200).size() + ticks.get(203).size();
        assertThat(model.gaps().newest()).extracting(FeedGap::sequence).containsExactly(3L, 1L);
        assertThat(model.gaps().newest().getFirst()).isSameAs(untouched);
        assertThat(model.gaps().newest().getLast().contracts())
                .isEqualTo(ticks.get(201).size());
        assertThat(statement().headline())
                .isEqualTo("Lost " + contracts(lost) + " in 2 gaps (" + contracts(late) + " more arrived late)");
    }

    @Test
    void percentIsNeverRoundedUpToAll() {
        assertThat(CompletenessTexts.of(9_999_999, 1)).isEqualTo("99.999%");
        assertThat(CompletenessTexts.of(199_999, 1)).isEqualTo("99.999%");
        assertThat(CompletenessTexts.of(963, 37)).isEqualTo("96.300%");
        assertThat(CompletenessTexts.of(5, 0)).isEqualTo("100%");
        assertThat(CompletenessTexts.of(0, 0)).isEqualTo(Formats.NOT_KNOWN);
    }

    @Test
    void aLossAfterTheNewestRecordIsCalledOpenWhileItCannotBeKnown() {
        HealthFeed feed = new HealthFeed(HealthFeed.MINI, LocalTime.of(9, 12)).run(Duration.ofMinutes(2));
        String newest = Formats.time(feed.snapshot().tick().time());
        show(feed);
        assertThat(statement().mood()).isEqualTo(Statement.Mood.WHOLE);
        assertThat(statement().detail()).startsWith("Joined at 09:12:");

        SessionState live = new SessionState.Live(now);
        for (CodeState state : List.of(
                new CodeState.Requested(),
                new CodeState.Registered(now),
                new CodeState.Stalled(now),
                new CodeState.Refused("OPSP8992", "invalid"))) {
            model.show(feed.status(live, state));
            later(Duration.ofSeconds(1));
            assertThat(statement().mood()).as("%s", state).isEqualTo(Statement.Mood.OPEN);
            assertThat(statement().headline()).isEqualTo("Nothing lost up to " + newest);
        }
        assertThat(statement().detail()).contains("OPSP8992");
        model.show(feed.status(live, new CodeState.Quiet(now)));
        later(Duration.ofSeconds(1));
        assertThat(statement().mood()).isEqualTo(Statement.Mood.WHOLE);
        model.show(feed.status(
                new SessionState.Waiting(FailureReason.LINK_LOST, "1006", 1, now), new CodeState.Flowing()));
        assertThat(statement().mood()).isEqualTo(Statement.Mood.OPEN);
        assertThat(statement().detail()).contains("Not connected");
    }

    private void later(Duration time) {
        now = now.plus(time);
        model.second(now);
    }

    @Test
    void figuresChangeAtMostFourTimesASecondAndNothingThatWaitsIsForgotten() {
        HealthFeed feed = HealthFeed.fromTheOpening().run(Duration.ofMinutes(2));
        show(feed);
        List<Long> seen = new ArrayList<>();
        model.inspector()
                .shownProperty()
                .addListener((property, before, shown) ->
                        seen.add(shown.map(ShownRecord::version).orElse(0L)));
        for (int frame = 0; frame < 60; frame++) {
            feed.run(Duration.ofSeconds(1));
            model.show(feed.snapshot());
            now = now.plusMillis(16);
        }
        assertThat(seen).hasSizeBetween(2, HealthViewModel.MOST_PER_SECOND);
        model.second(now);
        assertThat(seen.getLast()).isEqualTo(feed.snapshot().version());
        int written = seen.size();
        model.second(now.plusSeconds(1));
        assertThat(seen).hasSize(written);
    }

    @Test
    void anotherCodeIsShownAtOnceAndNothingOfTheOldOneStays() {
        HealthFeed lossy = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(2))
                .run(Duration.ofMinutes(1), number -> number % 5 != 0);
        show(lossy);
        model.inspector().pausedProperty().set(true);
        assertThat(model.gaps().newest()).isNotEmpty();

        HealthFeed other = new HealthFeed(HealthFeed.K200, LocalTime.of(10, 0)).run(Duration.ofMinutes(1));
        model.show(other.snapshot());

        assertThat(model.codeProperty().get()).isEqualTo(HealthFeed.K200);
        assertThat(model.gaps().newest()).isEmpty();
        assertThat(model.gapsNoteProperty().get()).isEmpty();
        assertThat(model.inspector().pausedProperty().get()).isFalse();
        assertThat(field(TickField.FUTS_SHRN_ISCD).text()).isEqualTo(HealthFeed.K200);

        model.await(lossy.code());
        assertThat(statement().headline()).isEqualTo("No record of " + HealthFeed.MINI + " yet");
        assertThat(field(TickField.FUTS_SHRN_ISCD)).isEqualTo(FieldRow.Content.NOTHING);
        assertThat(model.completenessProperty().get()).isEqualTo(Completeness.NOT_KNOWN);
        assertThat(model.relationsProperty().get()).isEqualTo(Relation.UNTRIED);
        model.clear();
        assertThat(statement().mood()).isEqualTo(Statement.Mood.EMPTY);
    }

    @Test
    void theListOfGapsIsBoundedAndSaysSoButTheSumsAreNot() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(5))
                .run(Duration.ofMinutes(40), number -> number % 8 != 0);
        show(feed);
        List<FeedGap> all = feed.snapshot().audit().gaps();

        assertThat(all).hasSizeGreaterThan(GapList.CAPACITY);
        assertThat(model.gaps().newest()).hasSize(GapList.CAPACITY).first().isEqualTo(all.getLast());
        assertThat(model.gaps().newest().getLast()).isEqualTo(all.get(all.size() - GapList.CAPACITY));
        assertThat(model.gaps().size()).isEqualTo(all.size());
        assertThat(model.gapsNoteProperty().get()).contains("newest 1,000 of " + Formats.count(all.size()) + " gaps");
        int before = model.gaps().size();

        feed.run(Duration.ofMinutes(1), number -> number % 8 != 0);
        now = now.plusSeconds(1);
        model.show(feed.snapshot());

        assertThat(model.gaps().size()).isGreaterThan(before);
        assertThat(model.gaps().newest())
                .hasSize(GapList.CAPACITY)
                .first()
                .isEqualTo(feed.snapshot().audit().gaps().getLast());
    }

    @Test
    void aRelationThatFailsStandsOutFromThoseThatHold() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(2))
                .buyOne(List.of(TickField.OPRC_HOUR, TickField.ESDG), List.of("084500", "77.00"), "");
        show(feed);

        long failures = feed.snapshot().audit().invariants().failures();
        assertThat(statement().detail()).contains(failures + " checks failed");
        assertThat(model.relationsProperty().get())
                .filteredOn(relation -> relation.state() == Relation.State.FAILED)
                .extracting(Relation::invariant)
                .contains(Invariant.I9, Invariant.I13)
                .doesNotContain(Invariant.I1, Invariant.I5, Invariant.I12);
    }

    @Test
    void aSecondSessionIsNotALossAndIsCounted() {
        HealthFeed feed =
                HealthFeed.fromTheOpening().run(Duration.ofMinutes(5)).nextDay().run(Duration.ofMinutes(5));
        show(feed);

        assertThat(statement().mood()).isEqualTo(Statement.Mood.WHOLE);
        assertThat(statement().detail()).contains("began anew 1 time;");
        assertThat(model.completenessProperty().get().resets().text()).isEqualTo("1");
    }

    @Test
    void copiedGapsAreATableThatASpreadsheetReads() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(2))
                .run(Duration.ofSeconds(30), number -> false)
                .run(Duration.ofSeconds(30));
        show(feed);
        FeedGap gap = model.gaps().newest().getFirst();

        String[] lines =
                new GapTexts(ENGLISH).copied(HealthFeed.MINI, List.of(gap)).split("\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[0].split("\t")).hasSameSizeAs(lines[1].split("\t")).endsWith("Witnesses");
        assertThat(lines[1])
                .startsWith(HealthFeed.MINI + "\t" + Formats.time(gap.from().orElseThrow()) + "\t"
                        + Formats.time(gap.to()) + "\t" + gap.contracts() + "\t" + gap.trades() + "\t")
                .endsWith("\tagree");
    }

    private FieldRow.Content field(TickField field) {
        return model.inspector().rows().stream()
                .filter(row -> row.field().equals(Optional.of(field)))
                .findFirst()
                .orElseThrow()
                .contentProperty()
                .get();
    }

    @Test
    void hopsAreNotKnownUntilMeasuredAndThenInMilliseconds() {
        HealthFeed feed = new HealthFeed(HealthFeed.K200, LocalTime.of(9, 12));
        assertThat(model.hopsProperty().get().decoded()).isEqualTo(Formats.NOT_KNOWN);

        model.show(feed.flowing());

        assertThat(model.hopsProperty().get().queued()).isEqualTo("0.021 / 0.340 / 12.310");
        assertThat(model.hopsProperty().get().decoded()).isEqualTo("0.004 / 0.061 / 3.970");
        assertThat(model.hopsProperty().get().toFrame()).isEqualTo(Formats.NOT_KNOWN);
    }

    private static Tick with(Tick tick, int volume) {
        return SampleTick.draftOf(tick)
                .set(Figure.VOLUME, tick.volume() + volume)
                .tick(tick.code(), tick.receivedAt(), tick.width(), WireText.of(tick.raw()));
    }

    @Test
    void doubtfulRecordsAreCountedByWhatBecomesOfThem() {
        List<Tick> ticks = SyntheticTicks.days(3, HealthFeed.K200, 1).subList(0, 300);
        Instrument instrument = new Instrument(SyntheticTicks.contract(HealthFeed.K200));
        ticks.subList(0, 200).forEach(instrument::apply);
        instrument.apply(with(ticks.get(200), 5_000));
        model.show(instrument.snapshot().orElseThrow());
        Completeness open = model.completenessProperty().get();
        assertThat(open.doubtful().text()).isEqualTo("1");
        assertThat(open.repaired().text()).isEqualTo("0");

        instrument.apply(ticks.get(201));
        now = now.plusSeconds(1);
        model.show(instrument.snapshot().orElseThrow());
        Completeness settled = model.completenessProperty().get();
        assertThat(settled.doubtful().text()).isEqualTo("1");
        assertThat(settled.repaired().text()).isEqualTo("1");
        assertThat(settled.discarded().text()).isEqualTo("0");
        assertThat(statement().headline()).startsWith("Nothing lost up to");
    }

    @Test
    void aLossSaysWhetherItIsProved() {
        HealthFeed feed = HealthFeed.fromTheOpening()
                .run(Duration.ofMinutes(5))
                .run(Duration.ofMinutes(1), number -> number % 9 != 0);
        show(feed);
        assertThat(feed.snapshot().audit().isLossProved()).isTrue();
        assertThat(statement().detail()).contains("the loss stated is proved");
    }

    @Test
    void acrossACorrectionNothingIsCalledWhole() {
        Instrument instrument = SyntheticTicks.corrected(HealthFeed.K200);
        model.show(instrument.snapshot().orElseThrow());

        assertThat(instrument.audit().unknownLosses()).isEqualTo(1);
        assertThat(model.completenessProperty().get().corrections().text()).isEqualTo("1");
        assertThat(model.completenessProperty().get().unknownLosses().text()).isEqualTo("1");
        assertThat(statement().mood()).isEqualTo(Statement.Mood.OPEN);
        assertThat(statement().headline()).isEqualTo("Whether something was lost is unknown");
        assertThat(statement().detail()).contains("what was lost cannot be said across 1 correction");
        assertThat(statement().percent()).isEqualTo("≤ 100%");
    }
}
