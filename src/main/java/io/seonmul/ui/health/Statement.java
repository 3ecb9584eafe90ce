// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one sentence on which the window stands: what is lost, since when, and whether that can be known now. Immutable.
///
/// @param mood how it looks
/// @param headline what is lost
/// @param detail from when on that is so, and what is open
/// @param percent completeness in contracts
record Statement(Mood mood, String headline, String detail, String percent) {

    /// How the statement looks.
    enum Mood {
        /// There is nothing to say.
        EMPTY,
        /// Nothing is lost.
        WHOLE,
        /// Nothing is known to be lost, but the newest time is not accounted for.
        OPEN,
        /// Something is lost.
        LOSSY
    }

    static Statement ofNothing(String why) {
        return new Statement(Mood.EMPTY, why, "", Formats.NOT_KNOWN);
    }

    static Statement of(InstrumentSnapshot snapshot, SessionStatus status, Words words) {
        AuditReport audit = snapshot.audit();
        Optional<String> open = open(snapshot, status, words);
        List<String> details = new ArrayList<>();
        details.add(words.get(
                snapshot.joinedAtStart() ? "health.joined.start" : "health.joined.later",
                Formats.time(snapshot.joinedAt())));
        if (audit.resets() > 0) {
            details.add(words.get("health.resets", words.count("times", audit.resets())));
        }
        proof(audit, words).ifPresent(details::add);
        long failures = audit.invariants().failures();
        if (failures > 0) {
            details.add(words.count("failures", failures));
        }
        open.ifPresent(details::add);
        return new Statement(
                audit.lostContracts() > 0
                        ? Mood.LOSSY
                        : open.isPresent() || audit.unknownLosses() > 0 ? Mood.OPEN : Mood.WHOLE,
                headline(snapshot, open.isPresent(), words),
                String.join("  ·  ", details),
                CompletenessTexts.of(audit));
    }

    /// Whether the loss stated is the whole truth; empty where nothing is lost and nothing hides a loss.
    private static Optional<String> proof(AuditReport audit, Words words) {
        if (audit.unknownLosses() > 0) {
            return Optional.of(words.get("health.loss.unknown", words.count("corrections", audit.unknownLosses())));
        } else if (!audit.isLossProved()) {
            return Optional.of(words.get("health.loss.disagreeing"));
        }
        return audit.lostContracts() > 0 ? Optional.of(words.get("health.loss.proved")) : Optional.empty();
    }

    private static String headline(InstrumentSnapshot snapshot, boolean open, Words words) {
        AuditReport audit = snapshot.audit();
        String late = words.count("contracts", audit.lateContracts());
        if (audit.lostContracts() > 0) {
            return words.get(
                    audit.lateContracts() > 0 ? "health.lost.late" : "health.lost",
                    words.count("contracts", audit.lostContracts()),
                    words.count("gaps", audit.gaps().size()),
                    late);
        }
        if (audit.unknownLosses() > 0) {
            return words.get("health.unknown");
        }
        if (audit.lateContracts() > 0) {
            return words.get("health.filled", late);
        }
        return open
                ? words.get("health.whole.until", Formats.time(snapshot.tick().time()))
                : words.get("health.whole", Formats.time(snapshot.joinedAt()));
    }

    /// Why a loss after the newest record cannot be excluded now; empty while the code flows or has reason not to.
    private static Optional<String> open(InstrumentSnapshot snapshot, SessionStatus status, Words words) {
        String since = Formats.time(snapshot.tick().time());
        if (!status.state().isLive()) {
            return Optional.of(words.get("health.open.link", since));
        }
        return status.codes().stream()
                .filter(code -> code.code().equals(snapshot.code()))
                .findFirst()
                .map(CodeStatus::state)
                .flatMap(state -> switch (state) {
                    case CodeState.Flowing flowing -> Optional.empty();
                    case CodeState.Quiet quiet -> Optional.empty();
                    case CodeState.Closed closed -> Optional.empty();
                    case CodeState.Requested requested -> Optional.of(words.get("health.open.unconfirmed", since));
                    case CodeState.Registered registered -> Optional.of(words.get("health.open.hollow", since));
                    case CodeState.Stalled stalled -> Optional.of(words.get("health.open.stalled", since));
                    case CodeState.NotTaken notTaken ->
                        Optional.of(words.get(
                                notTaken.unreadable().isPresent() ? "health.open.unread" : "health.open.frozen",
                                since));
                    case CodeState.Refused refused ->
                        Optional.of(words.get("health.open.refused", since, refused.messageCode()));
                });
    }
}
