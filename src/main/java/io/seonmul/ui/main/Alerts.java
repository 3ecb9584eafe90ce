// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Losses and limit events of all watched codes, gathered into notices few enough to be read. FX thread only.
///
/// At most one notice of each kind in [#PAUSE_SECONDS], and ever fewer of losses that go on; what came meanwhile is in
/// the next one, counted.
final class Alerts {

    /// Seconds for which the losses of one outage are gathered, since the codes come back one after the other.
    static final int GATHER_SECONDS = 3;

    /// Seconds between two notices of one kind.
    static final int PAUSE_SECONDS = 10;

    /// While losses go on, each notice of them comes after twice the pause of the one before, up to this; the counts
    /// stand in the status bar all the time.
    static final int LONGEST_PAUSE_SECONDS = 320;

    /// Seconds without a loss after which the next one is news again.
    static final int CALM_SECONDS = 60;

    private static final int MOST_NAMED = 3;

    private final Words words;
    private final AlertTexts texts;
    private final Consumer<Notice> notices;
    /// Gaps of each code that were told, or need not be.
    private final Map<InstrumentCode, Long> told = new HashMap<>();
    /// Gaps of each code found so far.
    private final Map<InstrumentCode, Long> found = new HashMap<>();
    private final Map<InstrumentCode, Long> lost = new TreeMap<>();
    private Optional<LimitEvent> gravest = Optional.empty();
    private int events;
    private int untilLoss;
    private int lossPause = PAUSE_SECONDS;
    private int calm;
    private int untilLimit;

    Alerts(Words words, Consumer<Notice> notices) {
        this.words = words;
        this.texts = new AlertTexts(words);
        this.notices = notices;
    }

    /// Takes what `snapshot` says as told already.
    void known(InstrumentSnapshot snapshot) {
        told.put(snapshot.code(), snapshot.audit().gapsFound());
        found.put(snapshot.code(), snapshot.audit().gapsFound());
    }

    /// Gathers what is new in `snapshot`; what arrived late before it was told is not told.
    void take(InstrumentSnapshot snapshot) {
        InstrumentCode code = snapshot.code();
        long gaps = snapshot.audit().gapsFound();
        long before = Objects.requireNonNullElse(found.put(code, gaps), 0L);
        if (gaps < before) { // watched anew, and counted from nothing
            told.remove(code);
        }
        if (gaps > before || (gaps < before && gaps > 0)) {
            if (lost.isEmpty()) {
                untilLoss = Math.max(untilLoss, GATHER_SECONDS);
            }
            calm = 0;
        }
        long untold = snapshot.audit().lostContractsAfter(told.getOrDefault(code, 0L));
        if (untold > 0) {
            lost.put(code, untold);
        } else {
            lost.remove(code);
        }
    }

    /// Gathers new limit events.
    void take(List<LimitEvent> newEvents) {
        newEvents.forEach(this::take);
        if (untilLimit == 0) {
            tellLimit();
        }
    }

    private void take(LimitEvent event) {
        if (isWorthInterrupting(event)) {
            events++;
            gravest = gravest.filter(known -> known.severity().compareTo(event.severity()) > 0)
                    .or(() -> Optional.of(event));
        }
    }

    private static boolean isWorthInterrupting(LimitEvent event) {
        return switch (event.severity()) {
            case NOTICE -> false;
            case WARNING, CRITICAL -> true;
        };
    }

    /// A second went by.
    void second() {
        untilLoss = Math.max(0, untilLoss - 1);
        untilLimit = Math.max(0, untilLimit - 1);
        if (++calm >= CALM_SECONDS) {
            lossPause = PAUSE_SECONDS;
        }
        if (untilLoss == 0) {
            tellLoss();
        }
        if (untilLimit == 0) {
            tellLimit();
        }
    }

    private void tellLoss() {
        if (lost.isEmpty()) {
            return;
        }
        long all = lost.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder names = new StringBuilder();
        lost.entrySet().stream()
                .limit(MOST_NAMED)
                .forEach(entry -> names.append(names.isEmpty() ? "" : ", ")
                        .append(entry.getKey())
                        .append(' ')
                        .append(Formats.count(entry.getValue())));
        if (lost.size() > MOST_NAMED) {
            names.append(words.get("notice.more", Formats.count(lost.size() - MOST_NAMED)));
        }
        notices.accept(Notice.of(
                Notice.Kind.FAILURE,
                "loss",
                words.get("notice.loss", words.count("contracts", all), names.toString())));
        told.putAll(found);
        lost.clear();
        untilLoss = lossPause;
        lossPause = Math.min(2 * lossPause, LONGEST_PAUSE_SECONDS);
    }

    private void tellLimit() {
        gravest.ifPresent(event -> {
            String more = events > 1 ? words.get("notice.more", Formats.count(events - 1)) : "";
            notices.accept(Notice.of(Notice.Kind.WARNING, "limit", texts.notice(event) + more));
            gravest = Optional.empty();
            events = 0;
            untilLimit = PAUSE_SECONDS;
        });
    }
}
