// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// What an embedded exchange has done so far. Immutable.
///
/// @param connections WebSocket connections accepted
/// @param sessions connections open now
/// @param registrations registrations of trades and depth now, over all sessions
/// @param frames frames of trades sent
/// @param records trade records sent
/// @param quotes depth records sent, each in a frame of its own
/// @param heartbeatsAnswered answers to PINGPONG, by text or by PONG frame
/// @param heartbeatsMissed sessions ended because they answered none
/// @param backlogsCut connections cut because their client did not read
/// @param lateNanos exchange time given up because this machine was too slow for the market's pace, in wall nanoseconds
public record ExchangeCounters(
        long connections,
        long sessions,
        long registrations,
        long frames,
        long records,
        long quotes,
        long heartbeatsAnswered,
        long heartbeatsMissed,
        long backlogsCut,
        long lateNanos) {}
