// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import io.seonmul.market.LimitEvent;
import java.time.Instant;
import java.util.Optional;

/// One line of the log of limit events. Immutable; any thread.
///
/// @param event what happened
/// @param acknowledgedAt when somebody took note of it; empty where nobody did
/// @param note what was noted; empty where nothing was
public record LimitLogRow(LimitEvent event, Optional<Instant> acknowledgedAt, String note) {}
