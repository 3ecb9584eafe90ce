// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

/// Everything the session took in, merged, capped or rejected since the start, as counts. Immutable; any thread.
///
/// @param frames data frames received
/// @param records trade records received in them
/// @param quotes depth records received in them
/// @param contracts contracts received, of all codes
/// @param lostContracts contracts proved lost, of all codes
/// @param lostTrades trades proved lost, of all codes
/// @param rejected frames or records that could not be decoded and were left out
/// @param unasked records of codes that are not watched, left out
/// @param widerFrames frames whose records had more fields than known; they are kept and decoded
/// @param heartbeats PINGPONGs answered
/// @param connects connections opened
/// @param mailbox texts waiting for the session thread now
/// @param mailboxPeak most texts that ever waited
/// @param overflows times the mailbox was full and the link was dropped
/// @param joined texts that held several messages and were taken apart
/// @param unreadFields fields without which a trade is one all the same, whose text meant nothing: taken as absent
/// @param notTaken times a code's records came and were not taken
/// @param unknownLosses corrections of the exchange's totals, of all codes, across which nobody can say what was lost
public record FeedCounters(
        long frames,
        long records,
        long quotes,
        long contracts,
        long lostContracts,
        long lostTrades,
        long rejected,
        long unasked,
        long widerFrames,
        long heartbeats,
        long connects,
        long mailbox,
        long mailboxPeak,
        long overflows,
        long joined,
        long unreadFields,
        long notTaken,
        long unknownLosses) {

    /// Nothing yet.
    public static final FeedCounters ZERO = new FeedCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
