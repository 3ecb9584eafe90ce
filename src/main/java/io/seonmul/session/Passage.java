// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Delay;

/// How long data frames take from the socket to the board, hop by hop, over the newest of them. Immutable; any thread.
///
/// @param queued from the receipt on the socket until the session thread took the frame up
/// @param decoded until every record in it was decoded and folded
/// @param published until what it changed was on the board, for the screen to fetch
/// @param whole the three together
public record Passage(Delay queued, Delay decoded, Delay published, Delay whole) {}
