// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.ControlMessage;
import io.seonmul.protocol.ProtocolException;
import io.seonmul.protocol.Rejection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/// What the server's answers mean for the registrations and for the link. Session thread only.
///
/// An answer ends all only where it is about something that was asked on this link and where the link has confirmed
/// nothing yet: what the server has let in once, it does not refuse for a setting of the user. While trades come, no
/// answer ends the link: they outweigh every word. All others are counted as rejected.
final class Replies {

    /// What ends the link.
    ///
    /// @param detail what the server said, without secrets
    record Loss(FailureReason reason, String detail) {}

    private final Subscriptions subscriptions;
    private final Credential credential;
    private final Intake intake;
    private final Leftover leftover;
    private final ExchangeClock exchangeClock;
    private long heartbeats;

    Replies(
            Subscriptions subscriptions,
            Credential credential,
            Intake intake,
            Leftover leftover,
            ExchangeClock exchangeClock) {
        this.exchangeClock = exchangeClock;
        this.subscriptions = subscriptions;
        this.credential = credential;
        this.intake = intake;
        this.leftover = leftover;
    }

    /// Takes in a text that is no data frame.
    ///
    /// @param send sends a text back
    /// @return why the link has to end; empty if it lives on
    Optional<Loss> text(String text, Instant at, long now, Consumer<String> send) {
        try {
            return switch (ControlMessage.parse(text)) {
                case ControlMessage.PingPong pingPong -> {
                    heartbeats++;
                    send.accept(pingPong.text());
                    LocalDateTime shown = pingPong.datetime()
                            .orElseThrow(() ->
                                    new ProtocolException(Rejection.Problem.PART_MISSING, pingPong.text(), "datetime"));
                    exchangeClock.heard(shown, at);
                    yield Optional.empty();
                }
                case ControlMessage.Answer answer -> take(answer, at, now);
            };
        } catch (ProtocolException e) {
            intake.reject(e);
            return Optional.empty();
        }
    }

    /// Heartbeats answered since the start.
    long heartbeats() {
        return heartbeats;
    }

    /// Takes an answer in.
    ///
    /// @return why the link has to end; empty if it lives on
    Optional<Loss> take(ControlMessage.Answer sent, Instant at, long now) {
        sent.cipher().ifPresent(cipher -> {
            credential.learn(cipher);
            sent.trId().ifPresent(trId -> intake.cipher(trId, cipher));
        });
        ControlMessage.Answer answer = credential.hide(sent);
        Optional<FailureReason> end = end(answer, now);
        if (end.isEmpty()) {
            answered(answer, at, now);
        }
        return end.map(reason -> new Loss(reason, (answer.messageCode() + " " + answer.message()).strip()));
    }

    private Optional<FailureReason> end(ControlMessage.Answer answer, long now) {
        return switch (Subscriptions.action(answer)) {
            case CONFIRM_REGISTERED -> {
                leftover.gone();
                credential.trusted();
                yield Optional.empty();
            }
            case CONFIRM_UNREGISTERED, RETRY_REGISTRATION, REFUSE_CODE -> Optional.empty();
            case WAIT_LONG ->
                subscriptions.isFlowing(now)
                        ? Optional.empty()
                        : Optional.of(leftover.isLikely(now) ? FailureReason.KEY_STILL_HELD : FailureReason.KEY_IN_USE);
            case REISSUE_KEY -> subscriptions.isFlowing(now) ? Optional.empty() : Optional.of(credential.refused());
            case STOP_REQUEST -> isFinal(answer) ? Optional.of(FailureReason.REQUEST_REFUSED) : Optional.empty();
            case STOP_KEYS -> {
                if (!isFinal(answer)) {
                    yield Optional.empty();
                }
                credential.forget();
                yield Optional.of(FailureReason.KEYS_REFUSED);
            }
        };
    }

    private boolean isFinal(ControlMessage.Answer answer) {
        return subscriptions.isAwaited(answer) && !subscriptions.isServed();
    }

    private void answered(ControlMessage.Answer answer, Instant at, long now) {
        boolean known = answer.trKey()
                .flatMap(InstrumentCode::ofWire)
                .map(code -> subscriptions.answered(code, answer, at, now))
                .orElse(false);
        if (!known) {
            intake.reject(new ProtocolException(
                    Rejection.Problem.UNASKED_ANSWER,
                    (answer.messageCode() + " " + answer.trKey().orElse(answer.message())).strip()));
        }
    }
}
