// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.AuditReport;
import io.seonmul.market.Contract;
import io.seonmul.market.FeedGap;
import io.seonmul.market.Instrument;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.session.CodeState;
import io.seonmul.session.FailureReason;
import io.seonmul.session.FeedCounters;
import io.seonmul.session.SessionEvent;
import io.seonmul.session.SessionState;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class JsonLinesTest {
    private static final InstrumentCode CODE = new InstrumentCode("A05612");
    private static final Contract CONTRACT = ProductTable.builtIn().contract(CODE);
    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void states() {
        assertThat(state(new SessionState.Offline())).isEqualTo("{\"event\":\"state\",\"state\":\"offline\"}");
        assertThat(state(new SessionState.Connecting(2)))
                .isEqualTo("{\"event\":\"state\",\"state\":\"connecting\",\"attempt\":2}");
        assertThat(state(new SessionState.Live(NOON)))
                .isEqualTo("{\"event\":\"state\",\"state\":\"live\",\"since\":\"2026-11-23T12:00:00+09:00\"}");
        assertThat(state(new SessionState.Waiting(FailureReason.LINK_LOST, "1006 \"gone\"", 3, NOON)))
                .isEqualTo("{\"event\":\"state\",\"state\":\"waiting\",\"reason\":\"LINK_LOST\",\"detail\":\"1006"
                        + " \\\"gone\\\"\",\"attempt\":3,\"until\":\"2026-11-23T12:00:00+09:00\"}");
        assertThat(state(new SessionState.Failed(FailureReason.KEYS_REFUSED, "EGW00103")))
                .isEqualTo(
                        "{\"event\":\"state\",\"state\":\"failed\",\"reason\":\"KEYS_REFUSED\",\"detail\":\"EGW00103\"}");
    }

    @Test
    void registrations() {
        assertThat(JsonLines.of(new SessionEvent.RegistrationChanged(CODE, new CodeState.Registered(NOON))))
                .isEqualTo("{\"event\":\"registration\",\"code\":\"A05612\",\"state\":\"registered\"}");
        assertThat(JsonLines.of(new SessionEvent.RegistrationChanged(CODE, new CodeState.Refused("OPSP8992", "no"))))
                .isEqualTo("{\"event\":\"registration\",\"code\":\"A05612\",\"state\":\"refused\","
                        + "\"message_code\":\"OPSP8992\",\"message\":\"no\"}");
        assertThat(JsonLines.of(
                        new SessionEvent.RegistrationChanged(CODE, new CodeState.NotTaken(NOON, Optional.empty()))))
                .isEqualTo("{\"event\":\"registration\",\"code\":\"A05612\",\"state\":\"not-taken\","
                        + "\"since\":\"2026-11-23T12:00:00+09:00\","
                        + "\"reason\":\"the shown record does not follow those that arrive\"}");
    }

    @Test
    void gaps() {
        assertThat(JsonLines.of(new SessionEvent.GapFound(CODE, gap(OptionalDouble.of(1080.42)))))
                .isEqualTo("{\"event\":\"gap\",\"code\":\"A05612\",\"contracts\":37,\"trades\":29,"
                        + "\"average_price\":1080.4200,\"buy\":20,\"sell\":17,\"witnesses\":\"agree\"}");
        assertThat(JsonLines.of(new SessionEvent.GapFound(CODE, gap(OptionalDouble.empty()))))
                .contains("\"average_price\":null");
    }

    @Test
    void rejections() {
        assertThat(JsonLines.of(new SessionEvent.Rejected(Optional.of(CODE), "width 49\n")))
                .isEqualTo("{\"event\":\"rejected\",\"code\":\"A05612\",\"reason\":\"width 49\\n\"}");
    }

    @Test
    void aSilenceOfAnOpenMarketIsQuestioned() {
        assertThat(JsonLines.of(new SessionEvent.Untraded(LocalTime.of(8, 45))))
                .isEqualTo("{\"event\":\"untraded\",\"since\":\"08:45\",\"reason\":"
                        + "\"no trades on a day that the calendar has open: a holiday by notice, or a halt?\"}");
    }

    @Test
    void recordsOfCodesThatAreNotWatched() {
        assertThat(JsonLines.of(new SessionEvent.Unasked(CODE)))
                .isEqualTo("{\"event\":\"unasked\",\"code\":\"A05612\"}");
    }

    @Test
    void theSessionOnceAMinuteAndAtTheEnd() {
        FeedCounters counters = new FeedCounters(10, 20, 0, 30, 4, 3, 2, 1, 0, 6, 1, 7, 99, 0, 5, 8, 9, 11);

        assertThat(JsonLines.of(new SessionEvent.MinutePassed(counters, 12, 1_000_000)))
                .isEqualTo("{\"event\":\"session\",\"frames\":10,\"records\":20,\"contracts\":30,"
                        + "\"lost_contracts\":4,\"lost_trades\":3,\"rejected\":2,\"unasked\":1,"
                        + "\"joined\":5,\"unread_fields\":8,\"not_taken\":9,\"unknown_losses\":11,\"connects\":1,\"overflows\":0,"
                        + "\"mailbox_waiting\":7,\"mailbox_peak\":99,\"mailbox_peak_minute\":12,"
                        + "\"heap_used_bytes\":1000000}");
        assertThat(JsonLines.summary(counters)).endsWith("\"mailbox_waiting\":7,\"mailbox_peak\":99}");
    }

    @Test
    void summaries() {
        AuditReport none = new Instrument(CONTRACT).audit();
        AuditReport some = new AuditReport(
                10,
                999_999_999,
                9,
                List.of(gap(OptionalDouble.empty())),
                1,
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                none.invariants());

        assertThat(JsonLines.summary(CODE, Optional.of(some), 6))
                .isEqualTo(
                        "{\"event\":\"summary\",\"code\":\"A05612\",\"records\":10,\"rejected\":6,\"contracts\":999999999,"
                                + "\"lost_contracts\":1,\"lost_trades\":1,\"gaps\":1,\"loss_proved\":true,\"doubtful\":0,\"repaired\":0,\"discarded\":0,"
                                + "\"corrections\":0,\"completeness_percent\":99.9999}");
        assertThat(JsonLines.summary(CODE, Optional.empty(), 0))
                .isEqualTo("{\"event\":\"summary\",\"code\":\"A05612\",\"records\":0,\"rejected\":0,\"contracts\":0,"
                        + "\"lost_contracts\":0,\"lost_trades\":0,\"gaps\":0,\"loss_proved\":true,\"doubtful\":0,\"repaired\":0,\"discarded\":0,"
                        + "\"corrections\":0,\"completeness_percent\":null}");
    }

    private static String state(SessionState state) {
        return JsonLines.of(new SessionEvent.StateChanged(state));
    }

    private static FeedGap gap(OptionalDouble averagePrice) {
        return new FeedGap(
                1,
                37,
                29,
                averagePrice,
                20,
                17,
                0,
                false,
                Optional.of(LocalTime.NOON),
                LocalTime.NOON,
                FeedGap.Witnesses.AGREE);
    }
}
