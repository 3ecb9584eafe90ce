// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Optional;

/// The session's open, high and low so far; each empty where the wire had no value. Immutable.
public record DayRange(Optional<Price> open, Optional<Price> high, Optional<Price> low) {}
