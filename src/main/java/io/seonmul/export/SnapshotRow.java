// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import java.util.Optional;

/// One watched code as it goes into a snapshot file. Immutable; any thread.
///
/// @param code the code
/// @param state the word for its registration's state, such as `flowing`
/// @param snapshot what is known of it; empty before its first record
public record SnapshotRow(InstrumentCode code, String state, Optional<InstrumentSnapshot> snapshot) {}
