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
/// @param depth the registration of its depth (H0IFASP0), never quiet or stalled; empty where depth is not wanted
public record CodeStatus(
        Contract contract,
        CodeState state,
        Optional<Instant> lastRecordAt,
        boolean everTicked,
        Optional<CodeState> depth) {

    /// A code of which no depth is wanted.
    public CodeStatus(Contract contract, CodeState state, Optional<Instant> lastRecordAt, boolean everTicked) {
        this(contract, state, lastRecordAt, everTicked, Optional.empty());
    }

    /// How many of the quota's registrations it takes or is about to take: refused ones take none.
    public int registrations() {
        return (state instanceof CodeState.Refused ? 0 : 1)
                + (depth.isEmpty() || depth.get() instanceof CodeState.Refused ? 0 : 1);
    }

    /// The contract's code.
    public InstrumentCode code() {
        return contract.code();
    }
}
