// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.session.SessionStatus;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;

/// How much of the registrations that KIS allows one session is taken, in words: trades and depth apart. Immutable.
///
/// @param text such as `체결 7 + 호가 7 / 41`
/// @param brief the same where room is short, such as `7+7/41`
/// @param explanation what it means, and what waits for room
/// @param isShort whether something that is wanted has no registration
public record Quota(String text, String brief, String explanation, boolean isShort) {

    /// Nothing is known.
    static final Quota NONE = new Quota("", "", "", false);

    /// The quota as `status` has it.
    public static Quota of(SessionStatus status, Words words) {
        String trades = Formats.count(status.tradeRegistrations());
        String depths = Formats.count(status.depthRegistrations());
        String allowed = Formats.count(SessionStatus.QUOTA);
        int refused = status.depthsRefused();
        String explanation = words.get("watch.quota.tip", trades, depths, allowed);
        return new Quota(
                words.get("watch.quota", trades, depths, allowed),
                trades + "+" + depths + "/" + allowed,
                refused == 0
                        ? explanation
                        : explanation + "\n" + words.get("watch.quota.short", Formats.count(refused)),
                refused > 0);
    }
}
