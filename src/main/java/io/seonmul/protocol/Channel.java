// SPDX-License-Identifier: Apache-2.0
package io.seonmul.protocol;

import io.seonmul.market.TradingSession;
import java.util.Optional;

/// A real-time subject of KIS (its TR id) that this monitor can decode.
public enum Channel {
    /// Index-futures trades (지수선물 실시간체결가), 50 fields a record.
    H0IFCNT0(TickField.WIDTH),
    /// Index-futures quotes (지수선물 실시간호가), five levels a side, 38 fields a record.
    H0IFASP0(QuoteField.WIDTH);

    private final int width;

    Channel(int width) {
        this.width = width;
    }

    /// Fields that a record has at least; KIS appends more without notice.
    public int width() {
        return width;
    }

    /// The session that it serves: it is silent at every other hour.
    public TradingSession session() {
        return switch (this) {
            case H0IFCNT0, H0IFASP0 -> TradingSession.DAY;
        };
    }

    /// The TR id on the wire.
    public String trId() {
        return name();
    }

    /// The channel of that TR id; empty for one this monitor does not decode.
    public static Optional<Channel> ofTrId(CharSequence trId) {
        if (H0IFCNT0.name().contentEquals(trId)) {
            return Optional.of(H0IFCNT0);
        }
        return H0IFASP0.name().contentEquals(trId) ? Optional.of(H0IFASP0) : Optional.empty();
    }
}
