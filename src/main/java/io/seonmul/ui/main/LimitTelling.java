// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.LimitEvent;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertSettings;
import io.seonmul.ui.limits.AlertTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Tells limit events beyond the window: a sound, and a note on the desktop. FX thread only.
///
/// A sound at most every [#SOUND_SECONDS] unless it is graver than the one before, a note at most every
/// [#DESKTOP_SECONDS]; what came meanwhile is in the next note, counted.
final class LimitTelling {

    /// Seconds between two sounds that are equally grave.
    static final int SOUND_SECONDS = 3;

    /// Seconds between two notes on the desktop.
    static final int DESKTOP_SECONDS = 10;

    private final LimitPorts ports;
    private final Consumer<Notice> tell;
    private final BiConsumer<String, String> desktop;
    private Optional<LimitEvent.Severity> sounded = Optional.empty();
    private Optional<LimitEvent> gravest = Optional.empty();
    private int gathered;
    private int untilSound;
    private int untilDesktop;

    /// @param ports makes sounds, and says what does not work
    /// @param tell shows a notice in the window
    /// @param desktop shows title and text on the desktop
    LimitTelling(LimitPorts ports, Consumer<Notice> tell, BiConsumer<String, String> desktop) {
        this.ports = ports;
        this.tell = tell;
        this.desktop = desktop;
    }

    /// Takes new events.
    ///
    /// @param away whether another program has the keyboard
    void take(List<LimitEvent> events, AlertSettings settings, Words words, boolean away) {
        if (!settings.muted()) {
            events.stream()
                    .map(LimitEvent::severity)
                    .filter(settings.sound()::covers)
                    .max(Comparator.naturalOrder())
                    .ifPresent(this::sound);
        }
        if (!away) {
            gravest = Optional.empty();
            gathered = 0;
            return;
        }
        for (LimitEvent event : events) {
            if (settings.desktop().covers(event.severity())) {
                gathered++;
                gravest = gravest.filter(known -> known.severity().compareTo(event.severity()) > 0)
                        .or(() -> Optional.of(event));
            }
        }
        tell(words);
    }

    private void sound(LimitEvent.Severity severity) {
        boolean graver =
                sounded.filter(before -> before.compareTo(severity) >= 0).isEmpty();
        if (untilSound == 0 || graver) {
            untilSound = SOUND_SECONDS;
            sounded = Optional.of(severity);
            ports.sound().accept(severity);
        }
    }

    /// A second went by.
    void second(Words words) {
        untilSound = Math.max(0, untilSound - 1);
        if (untilSound == 0) {
            sounded = Optional.empty();
        }
        untilDesktop = Math.max(0, untilDesktop - 1);
        tell(words);
        ports.trouble()
                .get()
                .map(trouble -> Notice.of(
                        trouble.kind() == LimitPorts.Trouble.Kind.KEPT_AGAIN ? Notice.Kind.DONE : Notice.Kind.FAILURE,
                        "limits",
                        words.get("notice.limits." + trouble.kind(), trouble.detail())))
                .ifPresent(tell);
    }

    private void tell(Words words) {
        if (untilDesktop > 0) {
            return;
        }
        gravest.ifPresent(event -> {
            String more = gathered > 1 ? words.get("notice.more", Formats.count(gathered - 1)) : "";
            desktop.accept(
                    words.get("limits.severity." + event.severity()) + " " + event.code(),
                    new AlertTexts(words).notice(event) + more);
            gravest = Optional.empty();
            gathered = 0;
            untilDesktop = DESKTOP_SECONDS;
        });
    }
}
