// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.Duration;

/// How long one step on the way from the socket to the screen takes, over the newest passages. Immutable; any thread.
///
/// @param median half of them took no longer
/// @param p99 99 of 100 took no longer
/// @param longest none took longer
public record Delay(Duration median, Duration p99, Duration longest) {}
