// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.Price;
import io.seonmul.ui.limits.LimitJournal.Acknowledgement;
import io.seonmul.ui.limits.LimitJournal.Kept;
import io.seonmul.ui.main.LimitPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimitJournalFileTest {
    /// 10:00 in Seoul.
    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final InstrumentCode CODE = new InstrumentCode("A05612");

    @TempDir
    private Path folder;

    private static LimitEvent event(long sequence, Optional<AlertRule> rule) {
        return new LimitEvent(
                sequence,
                CODE,
                LocalTime.of(10, 0, 1),
                NOW,
                rule.isPresent() ? LimitEvent.Kind.ALERT : LimitEvent.Kind.STAGE_NEAR,
                LimitEvent.Severity.WARNING,
                Price.parse("1076.00"),
                rule.isPresent() ? Optional.empty() : Optional.of(Price.parse("1080.00")),
                0.37,
                "+8",
                3,
                rule,
                "A05612^100001^한글 \"raw\"");
    }

    @Test
    void whatWasToldAndNotedSurvivesARestart() {
        LimitEvent near = event(1, Optional.empty());
        LimitEvent alert = event(2, Optional.of(AlertRule.lastCrosses(CODE, Price.parse("1076.00"))));
        Acknowledgement noted = new Acknowledgement(NOW.plusSeconds(5), "뉴스 확인,\n\"매도\"");
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(journal.kept()).isEmpty();
            journal.told(1, near);
            journal.told(2, alert);
            journal.acknowledged(1, new Acknowledgement(NOW, ""));
            journal.acknowledged(1, noted);
        }
        try (LimitJournalFile again = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(again.kept())
                    .containsExactly(new Kept(1, near, Optional.of(noted)), new Kept(2, alert, Optional.empty()));
        }
        try (LimitJournalFile other = LimitJournalFile.open(folder, "limits-demo", CLOCK)) {
            assertThat(other.kept()).as("another market's").isEmpty();
        }
    }

    @Test
    void theNightBelongsToTheDayItBeganOnAndTheNextDayBeginsEmpty() {
        InstantSource night = InstantSource.fixed(Instant.parse("2026-11-25T20:30:00Z"));
        InstantSource morning = InstantSource.fixed(Instant.parse("2026-11-25T21:30:00Z"));
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            journal.told(1, event(1, Optional.empty()));
        }
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", night)) {
            assertThat(journal.kept()).hasSize(1);
        }
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", morning)) {
            assertThat(journal.kept()).isEmpty();
        }
    }

    @Test
    void aLineThatWasCutOffCostsItselfOnly() throws IOException {
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            journal.told(1, event(1, Optional.empty()));
        }
        Path file = folder.resolve("limits-20261125.jsonl");
        Files.writeString(file, "{\"number\":2,\"code\":\"A05\n\n[]\n", StandardOpenOption.APPEND);
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(journal.kept()).hasSize(1);
        }
    }

    @Test
    void aFailureIsToldOnce() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        LimitJournalFile journal = LimitJournalFile.open(blocked, "limits", CLOCK);
        journal.told(1, event(1, Optional.empty()));
        journal.told(2, event(2, Optional.empty()));
        journal.close();
        assertThat(journal.takeTrouble()).isPresent();
        assertThat(journal.takeTrouble()).isEmpty();
    }

    @Test
    void aDayHasOnlySoManyLinesAndSaysSo() {
        LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK, 3);
        for (int i = 1; i <= 5; i++) {
            journal.told(i, event(i, Optional.empty()));
        }
        journal.close();
        assertThat(journal.takeTrouble().map(LimitPorts.Trouble::detail)).contains("more than 3 lines a day");
        try (LimitJournalFile again = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(again.kept()).extracting(Kept::number).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void onlySoManyDaysAreKept() throws IOException {
        for (int day = 1; day <= 20; day++) {
            Files.writeString(folder.resolve("limits-202610%02d.jsonl".formatted(day)), "");
        }
        Files.writeString(folder.resolve("limits-demo-20261001.jsonl"), "");
        LimitJournalFile.open(folder, "limits", CLOCK).close();
        List<String> left;
        try (var files = Files.list(folder)) {
            left = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
        assertThat(left)
                .hasSize(LimitJournalFile.DAYS + 1)
                .contains("limits-20261020.jsonl", "limits-demo-20261001.jsonl");
    }

    /// Both number their events from 1: one file would give one's notes to the other's events.
    @Test
    void twoWindowsOfOneHomeKeepTheirEventsApart() {
        Acknowledgement noted = new Acknowledgement(NOW, "of the first");
        LimitEvent first = event(1, Optional.empty());
        LimitEvent second = event(7, Optional.empty());
        try (LimitJournalFile one = LimitJournalFile.open(folder, "limits", CLOCK);
                LimitJournalFile other = LimitJournalFile.open(folder, "limits", CLOCK)) {
            one.told(1, first);
            other.told(1, second);
            one.acknowledged(1, noted);
        }
        assertThat(folder.resolve("limits-20261125.jsonl")).exists();
        assertThat(folder.resolve("limits-2-20261125.jsonl")).exists();
        try (LimitJournalFile one = LimitJournalFile.open(folder, "limits", CLOCK);
                LimitJournalFile other = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(one.kept()).containsExactly(new Kept(1, first, Optional.of(noted)));
            assertThat(other.kept()).containsExactly(new Kept(1, second, Optional.empty()));
        }
    }

    @Test
    void eachSeverityHasASoundOfItsOwnThatNeverClips() {
        int length = 0;
        for (LimitEvent.Severity severity : LimitEvent.Severity.values()) {
            byte[] samples = ToneSpeaker.samples(severity);
            assertThat(samples.length).isGreaterThan(length);
            length = samples.length;
            int loudest = 0;
            for (int i = 0; i < samples.length; i += 2) {
                loudest = Math.max(loudest, Math.abs((short) ((samples[i] & 0xFF) | (samples[i + 1] << 8))));
            }
            assertThat(loudest).isBetween(4_000, 12_000);
        }
    }

    @Test
    void halfALineOfAKilledProcessCostsNoOther() throws IOException {
        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            journal.told(1, event(1, Optional.empty()));
            journal.told(2, event(2, Optional.empty()));
        }
        Path file;
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> each.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 20));

        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(journal.kept()).extracting(Kept::number).containsExactly(1L);
            journal.told(3, event(3, Optional.empty()));
            journal.told(4, event(4, Optional.empty()));
        }

        try (LimitJournalFile journal = LimitJournalFile.open(folder, "limits", CLOCK)) {
            assertThat(journal.kept()).extracting(Kept::number).containsExactly(1L, 3L, 4L);
        }
    }

    @Test
    void thatLinesAreKeptAgainIsReportedWithHowManyWereNot() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        LimitJournalFile journal = LimitJournalFile.open(blocked, "limits", CLOCK);
        try (journal) {
            journal.told(1, event(1, Optional.empty()));
            journal.told(2, event(2, Optional.empty()));
            io.seonmul.Await.until("the line", () -> journal.lost() == 2);
            assertThat(journal.takeTrouble().map(LimitPorts.Trouble::kind)).contains(LimitPorts.Trouble.Kind.NOT_KEPT);
            Files.delete(blocked);
            journal.told(3, event(3, Optional.empty()));
        }

        assertThat(journal.takeTrouble()).contains(new LimitPorts.Trouble(LimitPorts.Trouble.Kind.KEPT_AGAIN, "2"));
    }
}
