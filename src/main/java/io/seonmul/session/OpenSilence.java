// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.TradingCalendar;
import io.seonmul.market.TradingCalendar.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/// A market that is open by the calendar and of which nothing came: a holiday by notice, perhaps, or a halt. Immutable.
///
/// @param since since when nothing came, KST: the opening, or the connection where that is later
public record OpenSilence(LocalTime since) {

    /// An open market of which nothing has come for this long may be none.
    private static final Duration QUESTIONED_AFTER = Duration.ofMinutes(5);

    /// What `status` shows of it.
    ///
    /// @param now the wall clock
    /// @return empty where trades flow, or something else explains that none do
    public static Optional<OpenSilence> of(SessionStatus status, Instant now) {
        MarketToday market = status.market();
        if (!(status.state() instanceof SessionState.Live live)
                || market.phase() != Phase.CONTINUOUS
                || status.codes().stream().noneMatch(code -> isSilent(code.state()))
                || status.codes().stream().anyMatch(code -> explains(code.state()))) {
            return Optional.empty();
        }
        Instant opened = now.minus(market.openFor());
        boolean heardOpening = !live.since().isAfter(opened);
        Instant since = heardOpening ? opened : live.since();
        if (newestRecord(status).filter(at -> !at.isBefore(opened)).isPresent()
                || Duration.between(since, now).compareTo(QUESTIONED_AFTER) < 0) {
            return Optional.empty();
        }
        return Optional.of(new OpenSilence(market.opened()
                .filter(_ -> heardOpening)
                .orElseGet(
                        () -> since.atZone(TradingCalendar.SEOUL).toLocalTime().truncatedTo(ChronoUnit.SECONDS))));
    }

    private static Optional<Instant> newestRecord(SessionStatus status) {
        return status.codes().stream()
                .flatMap(code -> code.lastRecordAt().stream())
                .max(Comparator.naturalOrder());
    }

    private static boolean isSilent(CodeState state) {
        return state instanceof CodeState.Registered || state instanceof CodeState.Quiet;
    }

    private static boolean explains(CodeState state) {
        return state instanceof CodeState.Flowing
                || state instanceof CodeState.Stalled
                || state instanceof CodeState.NotTaken;
    }
}
