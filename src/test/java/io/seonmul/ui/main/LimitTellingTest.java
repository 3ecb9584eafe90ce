// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.LimitEvent.Severity;
import io.seonmul.market.Price;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertSettings;
import io.seonmul.ui.limits.LimitJournal;
import io.seonmul.ui.limits.Telling;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitTellingTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    private final List<Severity> sounds = new ArrayList<>();
    private final List<String> desktop = new ArrayList<>();
    private final LimitTelling telling = new LimitTelling(
            new LimitPorts(LimitJournal.NONE, sounds::add, Optional::empty),
            notice -> {},
            (title, text) -> desktop.add(title + ": " + text));

    private static LimitEvent event(Severity severity) {
        return new LimitEvent(
                1,
                new InstrumentCode("A05612"),
                LocalTime.NOON,
                Instant.EPOCH,
                LimitEvent.Kind.STAGE_NEAR,
                severity,
                Price.parse("1076.00"),
                Optional.empty(),
                0,
                "+8",
                0,
                Optional.empty(),
                "");
    }

    private void take(Severity severity, boolean away) {
        telling.take(List.of(event(severity)), AlertSettings.DEFAULT, WORDS, away);
    }

    @Test
    void soundsAreCappedUnlessGraver() {
        take(Severity.WARNING, false);
        take(Severity.WARNING, false);
        take(Severity.NOTICE, false);
        assertThat(sounds).containsExactly(Severity.WARNING);
        take(Severity.CRITICAL, false);
        take(Severity.CRITICAL, false);
        take(Severity.WARNING, false);
        assertThat(sounds).containsExactly(Severity.WARNING, Severity.CRITICAL);
        for (int i = 0; i < LimitTelling.SOUND_SECONDS; i++) {
            telling.second(WORDS);
        }
        take(Severity.WARNING, false);
        assertThat(sounds).hasSize(3);
    }

    @Test
    void mutedAndSwitchedOffIsSilent() {
        AlertSettings muted =
                new AlertSettings(List.of(), true, new Telling(true, true, true), new Telling(false, false, false));
        telling.take(List.of(event(Severity.CRITICAL)), muted, WORDS, true);
        AlertSettings none =
                new AlertSettings(List.of(), false, new Telling(false, false, false), new Telling(false, false, false));
        telling.take(List.of(event(Severity.CRITICAL)), none, WORDS, true);
        assertThat(sounds).isEmpty();
        assertThat(desktop).isEmpty();
    }

    @Test
    void theDesktopIsToldOnlyWhileAwaySeldomAndWithTheRestCounted() {
        take(Severity.WARNING, false);
        assertThat(desktop).isEmpty();
        take(Severity.WARNING, true);
        assertThat(desktop).hasSize(1);
        assertThat(desktop.getFirst()).startsWith("Warning A05612: A05612 is near");
        take(Severity.CRITICAL, true);
        take(Severity.WARNING, true);
        take(Severity.WARNING, true);
        for (int i = 0; i < LimitTelling.DESKTOP_SECONDS - 1; i++) {
            telling.second(WORDS);
        }
        assertThat(desktop).hasSize(1);
        telling.second(WORDS);
        assertThat(desktop).hasSize(2);
        assertThat(desktop.getLast()).startsWith("Critical").contains("2");
    }

    @Test
    void aNoteOfAnAlertInsideAnOutageSaysInWhich() {
        AlertRule rule = AlertRule.lastCrosses(new InstrumentCode("A05612"), Price.parse("1080.30"));
        LimitEvent event = new LimitEvent(
                1,
                new InstrumentCode("A05612"),
                LocalTime.of(10, 3, 4),
                Instant.EPOCH,
                LimitEvent.Kind.ALERT,
                Severity.CRITICAL,
                Price.parse("1080.10"),
                Optional.empty(),
                1080.3,
                "10:01:02-10:03:04",
                0,
                Optional.of(rule),
                "");
        telling.take(List.of(event), AlertSettings.DEFAULT, WORDS, true);
        assertThat(desktop)
                .singleElement()
                .asString()
                .contains("1,080.30")
                .endsWith(": touched within the outage 10:01:02-10:03:04; afterwards 1,080.10");
    }
}
