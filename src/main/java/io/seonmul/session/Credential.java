// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.protocol.ApprovalKey;
import io.seonmul.protocol.ControlMessage;
import io.seonmul.protocol.FrameCipher;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The approval key of the moment, and the request for the next. Session thread only.
///
/// A key is asked for once and used for [#LIFE]; one that the server does not know any more is issued anew at once, and
/// more slowly if that is not known either. It is refused for good only where no key of these app keys was ever taken.
final class Credential {

    /// KIS lets a key live 24 hours.
    private static final Duration LIFE = Duration.ofHours(23);
    /// The newest are kept; a server with ever new ones must not fill the memory.
    private static final int MOST_SECRETS = 200;

    private final ApprovalKeySource source;
    private final Mailbox mailbox;
    private Optional<ApprovalKey> key = Optional.empty();
    private final Set<String> secretWords = new LinkedHashSet<>();
    private Secrets secrets = Secrets.NONE;
    private OptionalLong request = OptionalLong.empty();
    private long requests;
    private long issuedAt;
    private boolean reissued;
    private boolean everTrusted;

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
        keepSecret(List.of(issued.value()));
        issuedAt = now;
    }

    /// The server does not know the key.
    ///
    /// @return how the link that learnt it ends
    FailureReason refused() {
        key = Optional.empty();
        boolean again = reissued;
        reissued = true;
        if (!again) {
            return FailureReason.APPROVAL_EXPIRED;
        }
        return everTrusted ? FailureReason.SERVER_ERROR : FailureReason.APPROVAL_REFUSED;
    }

    /// The key is of no use any more, and so is one that is being asked for; the next is a first one.
    void forget() {
        key = Optional.empty();
        stopAsking();
        reissued = false;
        everTrusted = false;
    }

    /// The server took the key.
    void trusted() {
        reissued = false;
        everTrusted = true;
    }

    /// An answer of the server without keys, which it may have sent back.
    ControlMessage.Answer hide(ControlMessage.Answer told) {
        return new ControlMessage.Answer(
                told.trId(),
                told.trKey().map(this::hide),
                told.success(),
                hide(told.messageCode()),
                hide(told.message()),
                told.cipher());
    }

    /// Keeps what the server gave for its encrypted frames secret too.
    void learn(FrameCipher cipher) {
        keepSecret(cipher.secrets());
    }

    private void keepSecret(List<String> words) {
        if (secretWords.addAll(words)) {
            while (secretWords.size() > MOST_SECRETS) {
                secretWords.remove(secretWords.iterator().next());
            }
            secrets = new Secrets(List.copyOf(secretWords));
        }
    }

    /// `text` without any key: the app key and secret, approval keys, keys of encrypted frames.
    String hide(String text) {
        return source.hide(secrets.hide(text));
    }
}
