// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.ladder;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.SessionState;
import io.seonmul.session.SessionStatus;

/// What the session says about one code's link and depth. Immutable.
///
/// @param link whether figures can come at all
/// @param book whether the depth is on its way
/// @param refusal the server's code where it refused the depth, else empty
record LadderStanding(Link link, Book book, String refusal) {

    /// Nothing has been told.
    static final LadderStanding UNTOLD = new LadderStanding(Link.LIVE, Book.REGISTERED, "");

    /// Whether figures can come.
    enum Link {
        /// They can.
        LIVE,
        /// The link is open, but nothing came for a while.
        SILENT,
        /// They cannot.
        DOWN
    }

    /// Whether the depth is on its way.
    enum Book {
        /// It is not asked for.
        OFF,
        /// It is asked for, and the server has not answered.
        ASKED,
        /// The server has confirmed it.
        REGISTERED,
        /// The quota has no room for it.
        NO_ROOM,
        /// The server refused it.
        REFUSED
    }

    /// What `status` says about `code`.
    static LadderStanding of(SessionStatus status, InstrumentCode code) {
        Link link = switch (status.state()) {
            case SessionState.Live _ -> Link.LIVE;
            case SessionState.Stale _ -> Link.SILENT;
            case SessionState.Offline _, SessionState.Connecting _, SessionState.Waiting _, SessionState.Failed _ ->
                Link.DOWN;
        };
        for (CodeStatus watched : status.codes()) {
            if (watched.code().equals(code)) {
                return watched.depth()
                        .map(depth -> new LadderStanding(link, book(depth), refusal(depth)))
                        .orElse(new LadderStanding(link, Book.OFF, ""));
            }
        }
        return new LadderStanding(link, Book.OFF, "");
    }

    private static Book book(CodeState depth) {
        return switch (depth) {
            case CodeState.Requested _ -> Book.ASKED;
            case CodeState.Registered _,
                    CodeState.Flowing _,
                    CodeState.Quiet _,
                    CodeState.Closed _,
                    CodeState.Stalled _,
                    CodeState.NotTaken _ -> Book.REGISTERED;
            case CodeState.Refused refused -> refused.isForLackOfRoom() ? Book.NO_ROOM : Book.REFUSED;
        };
    }

    private static String refusal(CodeState depth) {
        return depth instanceof CodeState.Refused refused ? refused.messageCode() : "";
    }
}
