// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;

/// How old ticks are when they arrive, as far as a feed of whole seconds can tell: a bound, never a figure.
///
/// A trade stamped `t` was made in `[t, t + 1 s)`. The clocks of exchange and computer may differ, so the bound holds
/// for
/// latency plus skew together. Immutable.
///
/// @param atLeast lowest possible value over the newest records; negative if this computer's clock is slow
/// @param atMost highest possible value, one second more
/// @param clockAheadAtMost how far this computer's clock can be ahead of the exchange's, since nothing arrives before
/// it
/// is sent: the lowest of all over the newest minutes; negative if it is behind by as much or more
public record LatencyBound(Duration atLeast, Duration atMost, Duration clockAheadAtMost) {}
