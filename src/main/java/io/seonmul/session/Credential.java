// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.protocol.ApprovalKey;
import io.seonmul.protocol.ControlMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// The approval key of the moment, and the request for the next. Session thread only.
///
/// A key is asked for once and used for [#LIFE]; one that the server does not know any more is issued anew once, and
/// refused for good after that.
final class Credential {

    /// KIS lets a key live 24 hours.
    private static final Duration LIFE = Duration.ofHours(23);

    private final ApprovalKeySource source;
    private final Mailbox mailbox;
    private Optional<ApprovalKey> key = Optional.empty();
    private Secrets secrets = Secrets.NONE;
    private OptionalLong request = OptionalLong.empty();
    private long requests;
    private long issuedAt;
    private boolean reissued;

    Credential(ApprovalKeySource source, Mailbox mailbox) {
        this.source = source;
        this.mailbox = mailbox;
    }

    Optional<ApprovalKey> key() {
        return key;
    }

    /// Whether there is a key that needs no renewal yet.
    boolean isUsable(long now) {
        return key.isPresent() && now - issuedAt < LIFE.toNanos();
    }

    /// Asks for a key; the answer comes by mail.
    void ask() {
        long number = ++requests;
        request = OptionalLong.of(number);
        source.request(outcome -> mailbox.post(new Mail.KeyOutcome(number, outcome)));
    }

    /// Ignores the answer to a request under way.
    void stopAsking() {
        request = OptionalLong.empty();
    }

    /// Whether that answer is the one waited for.
    boolean isAwaited(Mail.KeyOutcome mail) {
        return request.isPresent() && request.getAsLong() == mail.request();
    }

    void issued(ApprovalKey issued, long now) {
        key = Optional.of(issued);
        secrets = new Secrets(issued.value());
        issuedAt = now;
    }

    /// The server does not know the key.
    ///
    /// @return whether that is so for the second time in a row
    boolean refused() {
        key = Optional.empty();
        boolean again = reissued;
        reissued = true;
        return again;
    }

    /// The key is of no use any more, and so is one that is being asked for; the next is a first one.
    void forget() {
        key = Optional.empty();
        stopAsking();
        reissued = false;
    }

    /// The server took the key.
    void trusted() {
        reissued = false;
    }

    /// An answer of the server without the key, which it may have sent back.
    ControlMessage.Answer hide(ControlMessage.Answer told) {
        return new ControlMessage.Answer(
                told.trId(), told.trKey(), hide(told.messageCode()), hide(told.message()), told.cipher());
    }

    /// What the server said, likewise.
    String hide(String text) {
        return secrets.hide(text);
    }
}
