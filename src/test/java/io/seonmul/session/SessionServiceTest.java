// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.Fault;
import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The session service on real sockets against the embedded exchange.
@Timeout(60)
class SessionServiceTest {

    private static final String[] CODES = {"A01612", "A05612", "A06612"};

    private EmbeddedExchange exchange;

    @BeforeEach
    void startExchange() throws IOException {
        exchange = EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .codes(List.of(
                        new InstrumentCode("A01612"), new InstrumentCode("A05612"), new InstrumentCode("A06612")))
                .rate(300)
                .build());
    }

    @AfterEach
    void closeExchange() {
        exchange.close();
    }

    private Monitored monitor() {
        return new Monitored(exchange.restUrl(), exchange.wsUrl(), "key-of-the-test", Monitored.HURRIED);
    }

    @Test
    void connectsRegistersFoldsAndClosesCleanly() {
        Monitored monitored = monitor().watch(CODES);
        try (monitored) {
            SessionStatus flowing = monitored.awaitFlow();

            assertThat(flowing.state()).isInstanceOf(SessionState.Live.class);
            assertThat(flowing.codes())
                    .extracting(CodeStatus::code)
                    .extracting(InstrumentCode::text)
                    .containsExactly(CODES);
            monitored.await("500 records", status -> status.counters().records() > 500);
            SessionStatus status = monitored.service.status();
            assertThat(status.passage()).hasValueSatisfying(passage -> {
                assertThat(passage.whole().median())
                        .isPositive()
                        .isLessThanOrEqualTo(passage.whole().p99());
                assertThat(passage.decoded().median())
                        .isPositive()
                        .isLessThan(passage.whole().longest());
                assertThat(passage.queued().longest())
                        .isPositive()
                        .isLessThan(passage.whole().longest());
                assertThat(passage.published().median()).isPositive();
            });
            assertThat(status.counters().lostContracts()).isZero();
            assertThat(status.counters().rejected())
                    .as("%s", status.lastRejection())
                    .isZero();
            assertThat(monitored.events).doesNotHaveAnyElementsOfTypes(SessionEvent.GapFound.class);
            assertThat(monitored.snapshot("A01612").audit().invariants().failures())
                    .isZero();
        }
        SessionEvent.MinutePassed last = (SessionEvent.MinutePassed) monitored.events.getLast();
        assertThat(last.counters().records()).isGreaterThan(500);
        assertThat(last.mailboxPeak()).isPositive().isEqualTo(last.counters().mailboxPeak());
        Await.until("the exchange holds nothing", () -> exchange.counters().registrations() == 0);
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .doesNotContain("seonmul-session");
    }

    @Test
    void addsAndRemovesCodesWhileLive() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            monitored.watch("A05612");
            monitored.await(
                    "two codes flow",
                    status ->
                            status.codes().size() == 2 && status.codes().get(1).state() instanceof CodeState.Flowing);
            monitored.service.unwatch(new InstrumentCode("A01612"));
            monitored.await("one code", status -> status.codes().size() == 1);
            assertThat(monitored.board.latest(new InstrumentCode("A01612"))).isEmpty();
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void aCodeThatIsPutBackHasItsDayAndOneGap() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            InstrumentSnapshot before = monitored.snapshot("A01612");
            monitored.service.unwatch(before.code());
            monitored.await("no code", status -> status.codes().isEmpty());
            assertThat(monitored.board.latest(before.code())).isEmpty();
            long records = monitored.service.status().counters().records();
            monitored
                    .watch("A05612")
                    .await("the market goes on", status -> status.counters().records() > records + 50);
            monitored.watch("A01612");
            monitored.await(
                    "it goes on",
                    _ -> monitored
                            .board
                            .latest(before.code())
                            .filter(newest -> newest.version() > before.version() + 20)
                            .isPresent());

            InstrumentSnapshot after = monitored.snapshot("A01612");
            assertThat(after.joinedAt()).isEqualTo(before.joinedAt());
            assertThat(monitored.events)
                    .filteredOn(SessionEvent.GapFound.class::isInstance)
                    .hasSize(1);
            monitored.assertAccounted(Map.of("A01612", before));
        }
    }

    @Test
    void aServerWithoutDepthRefusesItAndTheTradesGoOn() {
        exchange.inject(new Fault.DepthRefused());
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.service.watchDepth(new InstrumentCode("A01612"), true);
            SessionStatus refused = monitored.await(
                    "depth refused",
                    status -> !status.codes().isEmpty()
                            && status.codes().getFirst().depth().orElse(null) instanceof CodeState.Refused);
            assertThat(refused.registrations()).isEqualTo(1);
            monitored.awaitFlow();
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void anAbruptDropIsMendedAndItsLossAccountedInOneGap() {
        try (Monitored monitored = monitor().watch(CODES)) {
            monitored.awaitFlow();
            exchange.inject(new Fault.Drop());
            SessionState.Waiting waiting = monitored.awaitState(SessionState.Waiting.class);
            assertThat(waiting.reason()).isEqualTo(FailureReason.LINK_LOST);

            monitored.awaitState(SessionState.Live.class);
            monitored.awaitFlow();

            for (String code : CODES) {
                AuditReport audit = monitored.snapshot(code).audit();
                assertThat(audit.gaps()).as(code).hasSize(1);
                assertThat(audit.lostContracts()).isPositive();
            }
            assertThat(exchange.counters().connections()).isEqualTo(2);
        }
    }

    @Test
    void everyWithheldRecordIsFound() {
        exchange.inject(new Fault.Loss(7));
        try (Monitored monitored = monitor().watch("A05612")) {
            monitored.awaitFlow();
            monitored.await("some loss", status -> status.counters().records() > 600);
            AuditReport audit = monitored.snapshot("A05612").audit();
            assertThat(audit.lostTrades()).isBetween(audit.records() / 7, audit.records() / 5);
            assertThat(monitored.events).hasAtLeastOneElementOfType(SessionEvent.GapFound.class);
        }
    }

    @Test
    void aFrozenSocketIsFoundByAnUnansweredPing() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            exchange.inject(new Fault.Freeze());
            monitored.awaitState(SessionState.Stale.class);
            SessionState.Waiting waiting = monitored.awaitState(SessionState.Waiting.class);
            assertThat(waiting.reason()).isEqualTo(FailureReason.NOT_ANSWERING);
            exchange.heal();
            monitored.awaitState(SessionState.Live.class);
            monitored.awaitFlow();
            assertThat(monitored.snapshot("A01612").audit().gaps()).hasSize(1);
        }
    }

    @Test
    void aHollowReconnectIsFound() {
        try (Monitored monitored = monitor().watch("A01612", "A05612")) {
            monitored.awaitFlow();
            monitored.await("a rhythm", status -> status.counters().records() > 300);
            exchange.inject(new Fault.Hollow());
            exchange.inject(new Fault.Drop());
            monitored.awaitState(SessionState.Waiting.class);
            monitored.await(
                    "hollow",
                    status -> status.state() instanceof SessionState.Waiting waiting
                            && waiting.reason() == FailureReason.HOLLOW);
            exchange.heal();
            monitored.awaitState(SessionState.Live.class);
            monitored.awaitFlow();
        }
    }

    @Test
    void garbageIsCountedAndSurvived() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            List<String> garbage = List.of(
                    "0|H0IFCNT0|abc|not^a^record",
                    "0|H0IFCNT0|001|",
                    "nonsense",
                    "{",
                    "{}",
                    "0|H0XXCNT0|001|a^b",
                    "1|H0IFCNT0|001|AAAA",
                    "{\"header\":{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A99912\"},"
                            + "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUBSCRIBE SUCCESS\"}}");
            garbage.forEach(text -> exchange.inject(new Fault.Injection(text)));
            SessionStatus status =
                    monitored.await("all rejected", now -> now.counters().rejected() == garbage.size());
            assertThat(status.lastRejection()).isPresent();
            long records = status.counters().records();
            monitored.await("it lives", now -> now.counters().records() > records + 100);
            assertThat(monitored.service.status().state()).isInstanceOf(SessionState.Live.class);
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedAppKeyIsFinal() {
        try (Monitored monitored =
                new Monitored(exchange.restUrl(), exchange.wsUrl(), "INVALID-key", Monitored.HURRIED)) {
            monitored.watch("A01612");
            SessionState.Failed failed = monitored.awaitState(SessionState.Failed.class);
            assertThat(failed.reason()).isEqualTo(FailureReason.KEYS_REFUSED);
            assertThat(failed.detail()).doesNotContain("INVALID-key");
        }
    }

    @Test
    void aServerThatHoldsTheOwnMuteLinkIsNotTakenForAnotherProgram() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            exchange.inject(new Fault.Freeze());
            assertThat(monitored.awaitState(SessionState.Waiting.class).reason())
                    .isEqualTo(FailureReason.NOT_ANSWERING);
            exchange.heal();
            exchange.inject(new Fault.AppKeyInUse());
            monitored.hasten(
                    "the key is held",
                    status -> status.state() instanceof SessionState.Waiting waiting
                            && waiting.reason() == FailureReason.KEY_STILL_HELD);
            exchange.heal();
            monitored.hasten("live again", status -> status.state() instanceof SessionState.Live);
            monitored.await("flows again", status -> status.codes().getFirst().state() instanceof CodeState.Flowing);

            exchange.inject(new Fault.AppKeyInUse());
            exchange.inject(new Fault.Drop());
            monitored.hasten(
                    "the key is in use",
                    status -> status.state() instanceof SessionState.Waiting waiting
                            && waiting.reason() == FailureReason.KEY_IN_USE);
        }
    }

    @Test
    void anExpiredApprovalKeyIsIssuedAnewOnce() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            exchange.inject(new Fault.ApprovalsExpired());
            exchange.inject(new Fault.Drop());
            monitored.awaitState(SessionState.Waiting.class);
            monitored.await("live again", status -> status.state() instanceof SessionState.Live);
            monitored.await("flows again", status -> status.codes().getFirst().state() instanceof CodeState.Flowing);
        }
    }

    @Test
    void otherAppKeysAreUsedAtOnceThoughTheLinkLives() {
        try (Monitored monitored = monitor().watch(CODES)) {
            monitored.awaitFlow();
            monitored.service.keysChanged();
            monitored.await("a second link", status -> status.counters().connects() == 2);
            monitored.awaitFlow();
            assertThat(monitored.events)
                    .noneMatch(event -> event instanceof SessionEvent.StateChanged changed
                            && changed.state() instanceof SessionState.Waiting);
        }
    }

    @Test
    void aPersonWhoInsistsDoesNotMakeAKeyThatNeverWorkedIssuedAgainAndAgain() {
        exchange.inject(new Fault.Answered("OPSP0011"));
        try (Monitored monitored = monitor().watch("A01612")) {
            SessionStatus refused =
                    monitored.hasten("refused", status -> status.state() instanceof SessionState.Failed);
            assertThat(((SessionState.Failed) refused.state()).reason()).isEqualTo(FailureReason.APPROVAL_REFUSED);
        }
    }

    /// The exchange was restarted and comes back by and by: keys that worked today are not the user's to mend.
    @Test
    void aKeyThatIsRefusedThoughOthersWorkedIsIssuedAnewUntilItWorks() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            exchange.inject(new Fault.Answered("OPSP0011"));
            exchange.inject(new Fault.Drop());
            monitored.hasten("expired", status -> isWaitingFor(status, FailureReason.APPROVAL_EXPIRED));
            monitored.await("refused again", status -> isWaitingFor(status, FailureReason.SERVER_ERROR));
            exchange.heal();
            monitored.hasten("live again", status -> status.state() instanceof SessionState.Live);
            monitored.awaitFlow();
        }
    }

    /// What was never asked for, or is confirmed and flows, is not refused by a word.
    @Test
    void strayAnswersDoNotEndALinkThatFlows() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            List<String> stray = List.of(
                    answer("H0MFCNT0", "A01609", "1", "OPSP8991"),
                    answer("H0IFCNT0", "A01612", "1", "OPSP8991"),
                    answer("H0IFCNT0", "A01612", "1", "OPSP8992"),
                    answer("(null)", "", "1", "OPSP9999"),
                    answer("(null)", "", "1", "OPSP9993"),
                    answer("(null)", "", "1", "OPSP0010"),
                    answer("(null)", "", "9", "OPSP8996"),
                    answer("(null)", "", "1", "OPSP0011"));
            stray.forEach(text -> exchange.inject(new Fault.Injection(text)));
            monitored.await("all rejected", now -> now.counters().rejected() == stray.size());
            exchange.inject(new Fault.Injection(answer("H0IFCNT0", "A01612", "0", "OPSP0099")));
            long records = monitored.service.status().counters().records();
            SessionStatus status =
                    monitored.await("it lives", now -> now.counters().records() > records + 100);
            assertThat(status.state()).isInstanceOf(SessionState.Live.class);
            assertThat(status.codes().getFirst().state()).isInstanceOf(CodeState.Flowing.class);
            assertThat(status.counters().rejected()).isEqualTo(stray.size());
            assertThat(exchange.counters().connections()).isEqualTo(1);
        }
    }

    @Test
    void noKeyIsShownWhateverTheServerSendsBack() {
        try (Monitored monitored = monitor().watch("A01612")) {
            monitored.awaitFlow();
            for (String text : List.of(
                    "nonsense key-of-the-test and secret-of-the-test",
                    "0|H0IFCNT0|001|secret-of-the-test",
                    "{\"header\":{},\"body\":{\"output\":{\"key\":\"cipher-of-the-test",
                    answer("secret-of-the-test", "key-of-the-test", "1", "secret-of-the-test"))) {
                exchange.inject(new Fault.Injection(text));
            }
            SessionStatus status =
                    monitored.await("all rejected", now -> now.counters().rejected() == 4);
            assertThat(status.lastRejection()).isPresent();
            assertThat(status.toString() + monitored.events).doesNotContain("-of-the-test");
        }
    }

    private static boolean isWaitingFor(SessionStatus status, FailureReason reason) {
        return status.state() instanceof SessionState.Waiting waiting && waiting.reason() == reason;
    }

    private static String answer(String trId, String trKey, String result, String code) {
        return "{\"header\":{\"tr_id\":\"%s\",\"tr_key\":\"%s\",\"encrypt\":\"N\"},".formatted(trId, trKey)
                + "\"body\":{\"rt_cd\":\"%s\",\"msg_cd\":\"%s\",\"msg1\":\"text\"}}".formatted(result, code);
    }

    @Test
    void anotherSessionOnTheKeyIsWaitedForLong() {
        exchange.inject(new Fault.AppKeyInUse());
        try (Monitored monitored = monitor().watch("A01612")) {
            SessionState.Waiting waiting = monitored.awaitState(SessionState.Waiting.class);
            assertThat(waiting.reason()).isEqualTo(FailureReason.KEY_IN_USE);
            assertThat(Duration.between(java.time.Instant.now(), waiting.until()))
                    .isGreaterThan(Duration.ofSeconds(50));
        }
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsAbandonedInTime() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Monitored monitored = new Monitored(
                        exchange.restUrl(),
                        URI.create("ws://127.0.0.1:" + mute.getLocalPort()),
                        "key-of-the-test",
                        Monitored.HURRIED)) {
            long start = System.nanoTime();
            monitored.watch("A01612");
            SessionState.Waiting waiting = monitored.awaitState(SessionState.Waiting.class);
            assertThat(waiting.reason()).isEqualTo(FailureReason.TIMED_OUT);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(5);
        }
    }

    @Test
    void nobodyListening() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI nowhere = URI.create("http://127.0.0.1:" + port);
        try (Monitored monitored = new Monitored(nowhere, exchange.wsUrl(), "key-of-the-test", Monitored.HURRIED)) {
            monitored.watch("A01612");
            assertThat(monitored.awaitState(SessionState.Waiting.class).reason())
                    .isEqualTo(FailureReason.UNREACHABLE);
        }
    }

    /// A label of over 63 characters has no address anywhere, and no name server is asked for it.
    @Test
    void aNameWithoutAnAddressIsToldApart() {
        URI nameless = URI.create("ws://" + "x".repeat(64) + ".invalid:21000");
        try (Monitored monitored =
                new Monitored(exchange.restUrl(), nameless, "key-of-the-test", SessionTimings.DEFAULT)) {
            monitored.watch("A01612");
            assertThat(monitored.awaitState(SessionState.Waiting.class))
                    .satisfies(waiting -> assertThat(waiting.reason()).isEqualTo(FailureReason.NAME_NOT_FOUND))
                    .satisfies(waiting -> assertThat(waiting.detail()).isEqualTo("unknown host"));
        }
    }

    @Test
    void keysGoInClearToThisComputerOnly() {
        AppKeys keys = new AppKeys("key-of-the-test", "secret-of-the-test");
        for (String own :
                List.of("http://127.0.0.1:1", "http://LOCALHOST:1", "http://[::1]:1", "https://example.com")) {
            new ApprovalKeyClient(URI.create(own), keys).close();
        }
        for (String other : List.of("http://127.0.0.1.example.com", "http://127.example.com", "http://10.0.0.1")) {
            assertThatThrownBy(() -> new ApprovalKeyClient(URI.create(other), keys))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("would send your keys in clear");
        }
    }
}
