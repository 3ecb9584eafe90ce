// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.Channel;
import io.seonmul.protocol.ControlMessage;
import io.seonmul.protocol.MessageCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {

    private static final ProductTable PRODUCTS = ProductTable.builtIn();
    private static final Instant AT = Instant.EPOCH;
    private static final long SPACING = SessionTimings.DEFAULT.spacing().toNanos();

    private final List<SessionEvent> changes = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions(
            SessionTimings.DEFAULT,
            changes::add,
            new SessionHours(
                    TradingCalendar.builtIn(),
                    new ExchangeClock(InstantSource.fixed(Instant.parse("2026-01-06T03:00:00Z")))));
    private long now = 1_000_000_000_000L;

    private static InstrumentCode code(int number) {
        return new InstrumentCode("A%02d6%02d".formatted(10 + number / 12, 1 + number % 12));
    }

    private void watch(int number) {
        subscriptions.watch(PRODUCTS.contract(code(number)), now);
    }

    private static ControlMessage.Answer answer(MessageCode code) {
        return new ControlMessage.Answer(
                Optional.of("H0IFCNT0"), Optional.empty(), false, code.name(), "text", Optional.empty());
    }

    private void confirm(Subscriptions.Request request) {
        MessageCode code = request.register() ? MessageCode.OPSP0000 : MessageCode.OPSP0001;
        subscriptions.answered(
                request.code(),
                new ControlMessage.Answer(
                        Optional.of(request.channel().trId()),
                        Optional.empty(),
                        true,
                        code.name(),
                        "text",
                        Optional.empty()),
                AT,
                now);
    }

    /// Sends and confirms what is due, until nothing is.
    private List<Subscriptions.Request> settle() {
        List<Subscriptions.Request> sent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            subscriptions.next(now).ifPresent(request -> {
                sent.add(request);
                confirm(request);
            });
            now += SPACING;
            subscriptions.judge(now, true);
        }
        return sent;
    }

    private CodeState depth(int number) {
        return subscriptions.statuses().get(number).depth().orElseThrow();
    }

    @Test
    void registersDepthBehindTheTradesAndDropsItWhileTheTradesGoOn() {
        IntStream.range(0, 2).forEach(this::watch);
        subscriptions.watchDepth(code(1), true, now);
        subscriptions.watchDepth(code(0), true, now);
        subscriptions.watchDepth(code(7), true, now);

        assertThat(settle())
                .containsExactly(
                        new Subscriptions.Request(Channel.H0IFCNT0, code(0), true),
                        new Subscriptions.Request(Channel.H0IFCNT0, code(1), true),
                        new Subscriptions.Request(Channel.H0IFASP0, code(0), true),
                        new Subscriptions.Request(Channel.H0IFASP0, code(1), true));
        assertThat(depth(0)).isInstanceOf(CodeState.Registered.class);

        subscriptions.watchDepth(code(0), false, now);
        assertThat(settle()).containsExactly(new Subscriptions.Request(Channel.H0IFASP0, code(0), false));
        assertThat(subscriptions.statuses().getFirst().depth()).isEmpty();
        assertThat(subscriptions.statuses().getFirst().takesDepth()).isFalse();

        subscriptions.linkChanged(now);
        assertThat(settle()).hasSize(3).contains(new Subscriptions.Request(Channel.H0IFASP0, code(1), true));
    }

    @Test
    void depthTakesWhatTradesLeaveAndGivesItBack() {
        IntStream.range(0, 39).forEach(this::watch);
        IntStream.range(0, 4).forEach(number -> subscriptions.watchDepth(code(number), true, now));
        assertThat(settle()).hasSize(41);
        assertThat(depth(1)).isInstanceOf(CodeState.Registered.class);
        assertThat(depth(2))
                .isInstanceOfSatisfying(
                        CodeState.Refused.class,
                        refused -> assertThat(refused.messageCode()).isEqualTo("OPSP0008"));

        watch(39);
        assertThat(settle())
                .containsExactly(
                        new Subscriptions.Request(Channel.H0IFASP0, code(1), false),
                        new Subscriptions.Request(Channel.H0IFCNT0, code(39), true));
        assertThat(depth(1)).isInstanceOf(CodeState.Refused.class);

        subscriptions.unwatch(code(39), now);
        assertThat(settle())
                .containsExactly(
                        new Subscriptions.Request(Channel.H0IFCNT0, code(39), false),
                        new Subscriptions.Request(Channel.H0IFASP0, code(1), true));
    }

    @Test
    void spacesRequestsAndKeepsTheOrder() {
        IntStream.range(0, 5).forEach(this::watch);
        List<InstrumentCode> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(subscriptions.next(now).orElseThrow().code());
            assertThat(subscriptions.next(now + SPACING - 1)).isEmpty();
            now += SPACING;
        }
        assertThat(sent).containsExactly(code(0), code(1), code(2), code(3), code(4));
        assertThat(subscriptions.next(now)).isEmpty();
    }

    @Test
    void keepsTheQuotaBeforeTheServerHasTo() {
        IntStream.range(0, 45).forEach(this::watch);
        int sent = 0;
        for (int i = 0; i < 100; i++) {
            Optional<Subscriptions.Request> request = subscriptions.next(now);
            request.ifPresent(this::confirm);
            sent += request.isPresent() ? 1 : 0;
            now += SPACING;
        }
        assertThat(sent).isEqualTo(41);
        assertThat(subscriptions.statuses().get(41).state())
                .isInstanceOfSatisfying(
                        CodeState.Refused.class,
                        refused -> assertThat(refused.messageCode()).isEqualTo("OPSP0008"));
    }

    @Test
    void asksAgainWhatWasNotAnsweredEverMoreSlowly() {
        watch(0);
        List<Long> asked = new ArrayList<>();
        for (long end = now + 120_000_000_000L; now < end; now += SPACING) {
            subscriptions.judge(now, true);
            if (subscriptions.next(now).isPresent()) {
                asked.add(now);
            }
        }
        assertThat(asked).hasSizeBetween(3, 6);
        for (int i = 2; i < asked.size(); i++) {
            assertThat(asked.get(i) - asked.get(i - 1)).isGreaterThan(asked.get(i - 1) - asked.get(i - 2));
        }
    }

    @Test
    void aRefusedCodeStaysRefusedOnThisLinkAndIsAskedAgainOnTheNext() {
        watch(0);
        subscriptions.next(now);
        subscriptions.answered(code(0), answer(MessageCode.OPSP8992), AT, now);
        now += SPACING;
        subscriptions.judge(now, true);
        assertThat(subscriptions.next(now)).isEmpty();
        assertThat(subscriptions.statuses().getFirst().state()).isEqualTo(new CodeState.Refused("OPSP8992", "text"));

        subscriptions.linkChanged(now);
        assertThat(subscriptions.next(now)).isPresent();
    }

    @Test
    void aRefusedCodeIsAskedAgainWhenTheUserAsks() {
        watch(0);
        subscriptions.next(now);
        subscriptions.answered(code(0), answer(MessageCode.OPSP0008), AT, now);
        subscriptions.askAgain(now);
        subscriptions.judge(now, true);
        assertThat(subscriptions.next(now)).isEmpty();
        assertThat(subscriptions.statuses().getFirst().state()).isEqualTo(new CodeState.Requested());

        now += SessionTimings.DEFAULT.shortestLife().toNanos();
        assertThat(subscriptions.next(now)).isPresent();
    }

    @Test
    void aConfirmationIsToldThoughATickIsRightBehindIt() {
        watch(0);
        confirm(subscriptions.next(now).orElseThrow());
        Registration registration = subscriptions.find(code(0)).orElseThrow();
        registration.tickedOnLink = true;
        registration.flow.add(FlowWatchTest.AT_NOON, now);
        subscriptions.judge(now, true);

        assertThat(changes)
                .containsExactly(
                        new SessionEvent.RegistrationChanged(code(0), new CodeState.Requested()),
                        new SessionEvent.RegistrationChanged(code(0), new CodeState.Registered(AT)),
                        new SessionEvent.RegistrationChanged(code(0), new CodeState.Flowing()));
    }

    @Test
    void noSilenceIsTheMarketsWhileTheLinkDoesNotAnswer() {
        watch(0);
        subscriptions.next(now);
        Registration registration = subscriptions.find(code(0)).orElseThrow();
        registration.confirm(AT, now);
        registration.tickedOnLink = true;
        registration.flow.add(FlowWatchTest.AT_NOON, now);
        now += 6_000_000_000L;
        subscriptions.judge(now, true);
        assertThat(subscriptions.statuses().getFirst().state()).isInstanceOf(CodeState.Quiet.class);
        subscriptions.judge(now, false);
        assertThat(subscriptions.statuses().getFirst().state()).isInstanceOf(CodeState.Stalled.class);
    }

    /// Whatever is wanted, dropped, answered or cut off in any order, the server in the end holds what is wanted.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theServerEndsUpWithWhatIsWanted(long seed) {
        Random random = new Random(seed);
        Set<InstrumentCode> wanted = new HashSet<>();
        Set<InstrumentCode> held = new HashSet<>();
        List<Subscriptions.Request> unanswered = new ArrayList<>();
        for (int step = 0; step < 2_000; step++) {
            InstrumentCode code = code(random.nextInt(30));
            switch (random.nextInt(step < 1_500 ? 12 : 2)) {
                case 0 -> subscriptions.next(now).ifPresent(unanswered::add);
                case 1 -> answerOne(unanswered, held);
                case 2, 3, 4 -> {
                    wanted.add(code);
                    subscriptions.watch(PRODUCTS.contract(code), now);
                }
                case 5, 6 -> {
                    wanted.remove(code);
                    subscriptions.unwatch(code, now);
                }
                case 7 -> {
                    if (random.nextInt(20) == 0) {
                        held.clear();
                        unanswered.clear();
                        subscriptions.linkChanged(now);
                    }
                }
                default -> subscriptions.next(now).ifPresent(unanswered::add);
            }
            now += SPACING / 2;
            subscriptions.judge(now, true);
        }
        for (int i = 0; i < 1_000; i++) {
            subscriptions.judge(now, true);
            subscriptions.next(now).ifPresent(unanswered::add);
            while (!unanswered.isEmpty()) {
                answerOne(unanswered, held);
            }
            now += SPACING;
        }
        assertThat(held).isEqualTo(wanted);
        assertThat(subscriptions.statuses()).extracting(CodeStatus::code).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private void answerOne(List<Subscriptions.Request> unanswered, Set<InstrumentCode> held) {
        if (unanswered.isEmpty()) {
            return;
        }
        Subscriptions.Request request = unanswered.removeFirst();
        MessageCode code;
        if (request.register()) {
            code = held.add(request.code()) ? MessageCode.OPSP0000 : MessageCode.OPSP0002;
        } else {
            code = held.remove(request.code()) ? MessageCode.OPSP0001 : MessageCode.OPSP0003;
        }
        subscriptions.answered(request.code(), answer(code), AT, now);
    }
}
