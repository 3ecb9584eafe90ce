// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.market.AuditReport;
import io.seonmul.market.FeedGap;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.TradingCalendar;
import io.seonmul.session.CodeState;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.SessionEvent;
import io.seonmul.session.SessionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of `seonmul watch`: one JSON object each, its keys always in the same order. Immutable; any thread.
final class JsonLines {

    private static final JSON JSON_WITH_NULLS = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);
    private static final int DECIMALS = 4;

    private JsonLines() {}

    /// The line that tells `event`.
    static String of(SessionEvent event) {
        return switch (event) {
            case SessionEvent.StateChanged changed -> line(state(changed.state()));
            case SessionEvent.RegistrationChanged changed ->
                line(registration("registration", changed.code(), changed.state()));
            case SessionEvent.DepthChanged changed -> line(registration("depth", changed.code(), changed.state()));
            case SessionEvent.GapFound found -> line(gap(found.code(), found.gap()));
            case SessionEvent.RecordDoubted doubted -> {
                Map<String, @Nullable Object> json = event("doubtful");
                json.put("code", doubted.code().text());
                json.put("time", doubted.time().toString());
                json.put(
                        "witnesses",
                        doubted.witnesses().stream()
                                .sorted()
                                .map(witness -> witness.name().toLowerCase(Locale.ROOT))
                                .toList());
                yield line(json);
            }
            case SessionEvent.MinutePassed passed -> {
                Map<String, @Nullable Object> json = session(passed.counters());
                json.put("mailbox_peak_minute", passed.mailboxPeak());
                json.put("heap_used_bytes", passed.heapUsed());
                yield line(json);
            }
            case SessionEvent.Rejected rejected -> {
                Map<String, @Nullable Object> json = event("rejected");
                json.put("code", rejected.code().map(InstrumentCode::text).orElse(null));
                json.put("reason", rejected.reason());
                yield line(json);
            }
            case SessionEvent.Untraded untraded -> {
                Map<String, @Nullable Object> json = event("untraded");
                json.put("since", untraded.since().toString());
                json.put("reason", "no trades on a day that the calendar has open: a holiday by notice, or a halt?");
                yield line(json);
            }
            case SessionEvent.Unasked unasked -> {
                Map<String, @Nullable Object> json = event("unasked");
                json.put("code", unasked.code().text());
                yield line(json);
            }
        };
    }

    private static Map<String, @Nullable Object> state(SessionState state) {
        Map<String, @Nullable Object> json = event("state");
        json.put("state", state.word());
        switch (state) {
            case SessionState.Offline _ -> {}
            case SessionState.Connecting connecting -> json.put("attempt", connecting.attempt());
            case SessionState.Live live -> json.put("since", time(live.since()));
            case SessionState.Stale stale -> json.put("since", time(stale.since()));
            case SessionState.Waiting waiting -> {
                json.put("reason", waiting.reason().name());
                json.put("detail", waiting.detail());
                json.put("attempt", waiting.attempt());
                json.put("until", time(waiting.until()));
            }
            case SessionState.Failed failed -> {
                json.put("reason", failed.reason().name());
                json.put("detail", failed.detail());
            }
        }
        return json;
    }

    private static Map<String, @Nullable Object> registration(String name, InstrumentCode code, CodeState state) {
        Map<String, @Nullable Object> json = event(name);
        json.put("code", code.text());
        json.put("state", state.word());
        if (state instanceof CodeState.Closed closed) {
            json.put("closure", closed.closure().word());
        }
        if (state instanceof CodeState.Refused refused) {
            json.put("message_code", refused.messageCode());
            json.put("message", refused.message());
        } else if (state instanceof CodeState.NotTaken notTaken) {
            json.put("since", time(notTaken.since()));
            json.put("reason", notTaken.reason());
        }
        return json;
    }

    private static Map<String, @Nullable Object> gap(InstrumentCode code, FeedGap gap) {
        Map<String, @Nullable Object> json = event("gap");
        json.put("code", code.text());
        json.put("contracts", gap.contracts());
        json.put("trades", gap.trades());
        json.put(
                "average_price",
                gap.averagePrice().isPresent()
                        ? rounded(gap.averagePrice().getAsDouble(), RoundingMode.HALF_UP)
                        : null);
        json.put("buy", gap.buySide());
        json.put("sell", gap.sellSide());
        json.put(
                "witnesses",
                switch (gap.witnesses()) {
                    case AGREE -> "agree";
                    case COUNT_DISAGREES -> "count-disagrees";
                    case VALUE_DISAGREES -> "value-disagrees";
                });
        return json;
    }

    private static Map<String, @Nullable Object> session(FeedCounters counters) {
        Map<String, @Nullable Object> json = event("session");
        json.put("frames", counters.frames());
        json.put("records", counters.records());
        json.put("contracts", counters.contracts());
        json.put("lost_contracts", counters.lostContracts());
        json.put("lost_trades", counters.lostTrades());
        json.put("rejected", counters.rejected());
        json.put("unasked", counters.unasked());
        json.put("joined", counters.joined());
        json.put("unread_fields", counters.unreadFields());
        json.put("not_taken", counters.notTaken());
        json.put("unknown_losses", counters.unknownLosses());
        json.put("connects", counters.connects());
        json.put("overflows", counters.overflows());
        json.put("mailbox_waiting", counters.mailbox());
        json.put("mailbox_peak", counters.mailboxPeak());
        return json;
    }

    /// The line at the end for the session as a whole.
    static String summary(FeedCounters counters) {
        return line(session(counters));
    }

    /// The line at the end for one code; `audit` is empty if it never ticked, and its completeness then not known.
    ///
    /// @param rejected its records that could not be read
    static String summary(InstrumentCode code, Optional<AuditReport> audit, long rejected) {
        Map<String, @Nullable Object> json = event("summary");
        json.put("code", code.text());
        json.put("records", audit.map(AuditReport::records).orElse(0L));
        json.put("rejected", rejected);
        json.put("contracts", audit.map(AuditReport::contracts).orElse(0L));
        json.put("lost_contracts", audit.map(AuditReport::lostContracts).orElse(0L));
        json.put("lost_trades", audit.map(AuditReport::lostTrades).orElse(0L));
        json.put("gaps", audit.map(report -> report.gaps().size()).orElse(0));
        json.put("loss_proved", audit.map(AuditReport::isLossProved).orElse(true));
        json.put("doubtful", audit.map(AuditReport::doubtful).orElse(0L));
        json.put("repaired", audit.map(AuditReport::repaired).orElse(0L));
        json.put("discarded", audit.map(AuditReport::discarded).orElse(0L));
        json.put("corrections", audit.map(AuditReport::corrections).orElse(0L));
        // Rounded down: 100 stands for "nothing is lost" and for nothing else.
        json.put(
                "completeness_percent",
                audit.isPresent() ? rounded(audit.get().completenessPercent(), RoundingMode.DOWN) : null);
        return line(json);
    }

    /// The line that says how many events were left out, because whoever reads the lines was too slow.
    static String omitted(long events) {
        Map<String, @Nullable Object> json = event("omitted");
        json.put("events", events);
        return line(json);
    }

    private static Map<String, @Nullable Object> event(String name) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", name);
        return json;
    }

    private static BigDecimal rounded(double value, RoundingMode mode) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, mode);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(TradingCalendar.SEOUL).toOffsetDateTime());
    }

    private static String line(Map<String, @Nullable Object> json) {
        try {
            return JSON_WITH_NULLS.asString(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string cannot fail
        }
    }
}
