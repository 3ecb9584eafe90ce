// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.FeedGap;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Witness;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/// Something that happened in the session, for whoever writes a log of it. Immutable; delivered on the session thread.
public sealed interface SessionEvent {

    /// The connection does something else now.
    record StateChanged(SessionState state) implements SessionEvent {}

    /// A registration stands differently now.
    record RegistrationChanged(InstrumentCode code, CodeState state) implements SessionEvent {}

    /// A code's registration for depth stands differently now.
    record DepthChanged(InstrumentCode code, CodeState state) implements SessionEvent {}

    /// Trades are proved lost.
    record GapFound(InstrumentCode code, FeedGap gap) implements SessionEvent {}

    /// A record is contradicted by its witnesses: it is shown, and counts when later ones prove it.
    ///
    /// @param time exchange time of the record
    /// @param witnesses what contradicts it, one or more
    record RecordDoubted(InstrumentCode code, LocalTime time, Set<Witness> witnesses) implements SessionEvent {

        /// Keeps the witnesses.
        public RecordDoubted {
            witnesses = Set.copyOf(witnesses);
        }
    }

    /// A minute of the session went by: how it stands.
    ///
    /// @param counters everything since the start
    /// @param mailboxPeak most texts that waited for the session thread at once since the last such event
    /// @param heapUsed bytes of the heap in use, garbage included
    record MinutePassed(FeedCounters counters, long mailboxPeak, long heapUsed) implements SessionEvent {}

    /// A frame or record could not be decoded and was left out.
    ///
    /// @param code whose it was, as far as that could be read
    /// @param reason why, in English
    record Rejected(Optional<InstrumentCode> code, String reason) implements SessionEvent {}

    /// The market is open by the calendar, and nothing came of any code: a holiday by notice, perhaps, or a halt.
    ///
    /// @param since since when, KST
    record Untraded(LocalTime since) implements SessionEvent {}

    /// A record came of a code that is not watched, and was left out; once for each such code.
    record Unasked(InstrumentCode code) implements SessionEvent {}
}
