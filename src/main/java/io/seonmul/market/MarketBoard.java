// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The newest snapshot of every contract: the one object that the session thread and the screen share.
///
/// The session thread publishes, the FX thread drains. A newer snapshot replaces an older one that was not yet drained,
/// which loses nothing: every trade is already folded into it. At most one wake-up is outstanding.
public final class MarketBoard {

    private final ConcurrentHashMap<InstrumentCode, InstrumentSnapshot> latest = new ConcurrentHashMap<>();
    private final Set<InstrumentCode> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Runnable wakeUp;

    /// @param wakeUp called on the publishing thread when something changed and no wake-up is outstanding; must not
    /// block
    public MarketBoard(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /// Puts `snapshot` in the place of its contract. Any thread, one per contract.
    public void publish(InstrumentSnapshot snapshot) {
        latest.put(snapshot.code(), snapshot);
        changed.add(snapshot.code());
        if (signalled.compareAndSet(false, true)) {
            wakeUp.run();
        }
    }

    /// Gives every snapshot that changed since the last call to `consumer`, the newest of each contract only.
    ///
    /// One thread at a time. The flag is cleared before reading, so that what comes meanwhile wakes again.
    public void drain(Consumer<InstrumentSnapshot> consumer) {
        signalled.set(false);
        for (Iterator<InstrumentCode> codes = changed.iterator(); codes.hasNext(); ) {
            InstrumentCode code = codes.next();
            codes.remove();
            InstrumentSnapshot snapshot = latest.get(code);
            if (snapshot != null) {
                consumer.accept(snapshot);
            }
        }
    }

    /// The newest snapshot of that contract; empty before its first record.
    public Optional<InstrumentSnapshot> latest(InstrumentCode code) {
        return Optional.ofNullable(latest.get(code));
    }

    /// Forgets a contract that is not watched any more.
    public void remove(InstrumentCode code) {
        latest.remove(code);
        changed.remove(code);
    }
}
