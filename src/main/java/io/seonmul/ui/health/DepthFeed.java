// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.session.CodeState;
import io.seonmul.session.CodeStatus;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;

/// How the order book of the selected code comes in, as the window writes it. Immutable.
///
/// Nothing is proved of it: the order book has no running totals.
///
/// @param state how its registration stands
/// @param records depth records received since the code is watched
/// @param late of these, records that told an earlier second than one before them, and were left out
record DepthFeed(String state, String records, Completeness.Count late) {

    /// Before any record.
    static final DepthFeed NOT_KNOWN =
            new DepthFeed(Formats.NOT_KNOWN, Formats.NOT_KNOWN, Completeness.Count.NOT_KNOWN);

    static DepthFeed of(InstrumentSnapshot snapshot, SessionStatus status, Words words) {
        return new DepthFeed(
                words.get("health.depth."
                        + status.codes().stream()
                                .filter(code -> code.code().equals(snapshot.code()))
                                .findFirst()
                                .flatMap(CodeStatus::depth)
                                .map(DepthFeed::key)
                                .orElse("off")),
                Formats.count(snapshot.depth().records()),
                Completeness.Count.of(snapshot.depth().late()));
    }

    private static String key(CodeState state) {
        return switch (state) {
            case CodeState.Requested _ -> "requested";
            case CodeState.Registered _, CodeState.Quiet _, CodeState.Closed _, CodeState.Stalled _ -> "registered";
            case CodeState.Flowing _ -> "flowing";
            case CodeState.NotTaken _ -> "unread";
            case CodeState.Refused refused -> refused.isForLackOfRoom() ? "back" : "refused";
        };
    }
}
