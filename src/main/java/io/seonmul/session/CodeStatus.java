// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import io.seonmul.market.Contract;
import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.Rejection;
import java.time.Instant;
import java.util.Optional;

/// One watched code and the state of its registration. Immutable; any thread.
///
/// @param contract the contract
/// @param state its registration
/// @param lastRecordAt when its newest record arrived; empty before the first
/// @param everTicked whether a record of it ever came since the monitor started
/// @param depth the registration of its depth (H0IFASP0), never quiet or stalled; empty where depth is not wanted
/// @param rejected records of its trades and depth that came and could not be read, since it is watched
/// @param lastRejection why the newest of them could not be read; empty if all could
public record CodeStatus(
        Contract contract,
        CodeState state,
        Optional<Instant> lastRecordAt,
        boolean everTicked,
        Optional<CodeState> depth,
        long rejected,
        Optional<Rejection> lastRejection) {

    /// A code of which every record could be read.
    public CodeStatus(
            Contract contract,
            CodeState state,
            Optional<Instant> lastRecordAt,
            boolean everTicked,
            Optional<CodeState> depth) {
        this(contract, state, lastRecordAt, everTicked, depth, 0, Optional.empty());
    }

    /// The same of which no depth is wanted.
    public CodeStatus(Contract contract, CodeState state, Optional<Instant> lastRecordAt, boolean everTicked) {
        this(contract, state, lastRecordAt, everTicked, Optional.empty());
    }

    /// Whether it takes a registration of the quota for its trades, or is about to: a refused one takes none.
    public boolean takesTrades() {
        return !(state instanceof CodeState.Refused);
    }

    /// Whether it takes one for its depth, likewise.
    public boolean takesDepth() {
        return depth.isPresent() && !(depth.get() instanceof CodeState.Refused);
    }

    /// The contract's code.
    public InstrumentCode code() {
        return contract.code();
    }
}
