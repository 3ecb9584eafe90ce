// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.ControlMessage;
import io.seonmul.protocol.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an answer may end, and what it may not.
class RepliesTest {

    private static final String CODE = "A01612";
    private static final String OTHER = "A05612";

    private final List<SessionEvent> events = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions(
            SessionTimings.DEFAULT,
            events::add,
            new SessionHours(
                    TradingCalendar.builtIn(),
                    new ExchangeClock(InstantSource.fixed(Instant.parse("2026-07-21T03:00:00Z")))));
    private final Credential credential = new Credential(_ -> {}, new Mailbox());
    private final ExchangeClock exchangeClock = new ExchangeClock(InstantSource.system());
    private final Intake intake =
            new Intake(subscriptions, new MarketBoard(() -> {}), events::add, credential::hide, exchangeClock);
    private final Replies replies = new Replies(subscriptions, credential, intake, new Leftover(), exchangeClock);
    private long now = 1_000_000_000_000L;

    private Registration ask(String code) {
        subscriptions.watch(ProductTable.builtIn().contract(new InstrumentCode(code)), now);
        now += SessionTimings.DEFAULT.spacing().toNanos();
        assertThat(subscriptions.next(now)).isPresent();
        return subscriptions.find(new InstrumentCode(code)).orElseThrow();
    }

    private Registration flow(String code) {
        Registration registration = ask(code);
        registration.ticked(Instant.EPOCH, now);
        registration.flow.add(FlowWatchTest.AT_NOON, now);
        return registration;
    }

    private Optional<FailureReason> take(String trId, String trKey, String result, String code) {
        String text = "{\"header\":{\"tr_id\":\"%s\",\"tr_key\":\"%s\"},".formatted(trId, trKey)
                + "\"body\":{\"rt_cd\":\"%s\",\"msg_cd\":\"%s\",\"msg1\":\"text\"}}".formatted(result, code);
        try {
            ControlMessage.Answer answer = (ControlMessage.Answer) ControlMessage.parse(text);
            Optional<Replies.Loss> loss = replies.take(answer, Instant.EPOCH, now);
            subscriptions.judge(now, true);
            return loss.map(Replies.Loss::reason);
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPSP8991, REQUEST_REFUSED",
        "OPSP8997, REQUEST_REFUSED",
        "OPSP0010, KEYS_REFUSED",
        "OPSP9994, KEYS_REFUSED"
    })
    void isFinalForWhatWasAskedAndOnlyWhereNothingIsConfirmed(String code, FailureReason reason) {
        assertThat(take("H0IFCNT0", CODE, "1", code)).as("nothing was asked").isEmpty();
        ask(CODE);
        assertThat(take("H0MFCNT0", CODE, "1", code)).as("another channel").isEmpty();
        assertThat(take("H0IFCNT0", OTHER, "1", code)).as("another code").isEmpty();
        assertThat(take("H0IFCNT0", CODE, "1", code)).contains(reason);
        assertThat(take("(null)", "", "1", code)).contains(reason);
        assertThat(reason.isFinal()).isTrue();

        ask(OTHER);
        assertThat(take("H0IFCNT0", OTHER, "0", "OPSP0000")).isEmpty();
        assertThat(take("(null)", "", "1", code)).as("one is confirmed").isEmpty();
        assertThat(take("H0IFCNT0", CODE, "1", code)).as("one is confirmed").isEmpty();
        assertThat(subscriptions.statuses().getFirst().state()).isEqualTo(new CodeState.Refused(code, "text"));
        assertThat(subscriptions.statuses().getLast().state()).isInstanceOf(CodeState.Registered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPSP9993", "OPSP9999", "OPSP9995", "OPSP0009", "OPSP0007", "OPSP8999"})
    void isAskedAgainWhereTheServerIsAtFault(String code) {
        Registration registration = ask(CODE);
        assertThat(take("H0IFCNT0", CODE, "1", code)).isEmpty();
        assertThat(subscriptions.next(now)).isEmpty();
        now = registration.notBefore;
        assertThat(subscriptions.next(now)).isPresent();
    }

    @Test
    void noWordEndsALinkThatFlows() {
        flow(CODE);
        for (String code : List.of("OPSP8996", "OPSP0011", "OPSP0010", "OPSP9999", "OPSP8991")) {
            assertThat(take("(null)", "", "1", code)).as(code).isEmpty();
            assertThat(take("H0IFCNT0", CODE, "1", code)).as(code).isEmpty();
        }
        assertThat(subscriptions.statuses().getFirst().state()).isInstanceOf(CodeState.Flowing.class);
        assertThat(events.stream().filter(SessionEvent.Rejected.class::isInstance))
                .hasSize(10);

        now += Duration.ofSeconds(6).toNanos();
        assertThat(take("(null)", "", "9", "OPSP8996")).contains(FailureReason.KEY_IN_USE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPSP0099", "OPSP0009", "OPSP8992", ""})
    void aResultOfZeroIsSuccessWhateverTheCode(String code) {
        Registration registration = ask(CODE);
        assertThat(take("H0IFCNT0", CODE, "0", code)).isEmpty();
        assertThat(registration.state).isInstanceOf(CodeState.Registered.class);

        subscriptions.unwatch(new InstrumentCode(CODE), now);
        now += SessionTimings.DEFAULT.spacing().toNanos();
        assertThat(subscriptions.next(now)).isPresent();
        assertThat(take("H0IFCNT0", CODE, "0", code)).isEmpty();
        assertThat(subscriptions.holdsAny()).isFalse();
    }

    @Test
    void aTickConfirmsWhateverWasSaid() {
        for (String code : List.of("OPSP0009", "OPSP8992")) {
            Registration registration = ask(CODE);
            take("H0IFCNT0", CODE, "1", code);
            registration.ticked(Instant.EPOCH, now);
            registration.flow.add(FlowWatchTest.AT_NOON, now);
            subscriptions.judge(now, true);
            assertThat(registration.state).as(code).isInstanceOf(CodeState.Flowing.class);
            subscriptions.linkChanged(now);
        }
    }

    @Test
    void anUnknownApprovalKeyIsFinalOnlyWhereNoneEverWorked() {
        ask(CODE);
        assertThat(take("H0IFCNT0", CODE, "1", "OPSP0011")).contains(FailureReason.APPROVAL_EXPIRED);
        assertThat(take("H0IFCNT0", CODE, "1", "OPSP0011")).contains(FailureReason.APPROVAL_REFUSED);

        take("H0IFCNT0", CODE, "0", "OPSP0000");
        assertThat(take("H0IFCNT0", CODE, "1", "OPSP0011")).contains(FailureReason.APPROVAL_EXPIRED);
        assertThat(take("H0IFCNT0", CODE, "1", "OPSP0011")).contains(FailureReason.SERVER_ERROR);
        credential.forget();
        take("H0IFCNT0", CODE, "1", "OPSP0011");
        assertThat(take("H0IFCNT0", CODE, "1", "OPSP0011")).contains(FailureReason.APPROVAL_REFUSED);
    }
}
