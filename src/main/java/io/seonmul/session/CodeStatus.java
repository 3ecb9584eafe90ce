// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import java.time.Instant;
import java.util.Optional;

/// One watched code and the state of its registration. Immutable; any thread.
///
/// @param contract the contract
/// @param state its registration
/// @param lastRecordAt when its newest record arrived; empty before the first
/// @param everTicked whether a record of it ever came since the monitor started
public record CodeStatus(Contract contract, CodeState state, Optional<Instant> lastRecordAt, boolean everTicked) {

    /// The contract's code.
    public InstrumentCode code() {
        return contract.code();
    }
}
