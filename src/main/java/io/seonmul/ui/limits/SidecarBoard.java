// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.SidecarStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The watched future of each product that brings its sidecar: the one with the most contracts today. FX thread only.
///
/// The exchange looks at the most active of all, so the watched one is it only if that is watched; the panel names it.
final class SidecarBoard {

    private static final String K200 = "A01";
    private static final String MINI = "A05";

    private final Map<String, Entry> leading = new HashMap<>();

    /// A future and how near it brings the sidecar.
    ///
    /// @param code the future
    /// @param volume its contracts today
    /// @param last its last price
    /// @param status how near it is
    record Entry(InstrumentCode code, long volume, Price last, SidecarStatus status) {}

    /// Takes the newest figures of any watched contract.
    void take(InstrumentSnapshot snapshot) {
        Optional<SidecarStatus> sidecar = snapshot.limits().sidecar();
        if (sidecar.isEmpty()) {
            return;
        }
        Entry entry = new Entry(
                snapshot.code(), snapshot.tick().volume(), snapshot.tick().last(), sidecar.get());
        leading.merge(
                snapshot.code().product(),
                entry,
                (before, now) -> before.code().equals(now.code()) || now.volume() > before.volume() ? now : before);
    }

    /// Only these contracts are watched now.
    void retain(Collection<InstrumentCode> watched) {
        leading.values().removeIf(entry -> !watched.contains(entry.code()));
    }

    /// The future that matters for `code`: the mini has no sidecar of its own, the KOSPI200 future's is its market's.
    Optional<Entry> of(InstrumentCode code) {
        String product = code.product();
        return Optional.ofNullable(leading.get(product.equals(MINI) ? K200 : product));
    }
}
