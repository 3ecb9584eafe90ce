// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.session.SessionService;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.watchlist.WatchControl;
import java.util.List;

/// What the window asks of the session. Called on the FX thread; no call blocks.
public interface SessionControl extends WatchControl {

    /// What the session does now.
    SessionStatus status();

    /// Tries to connect now instead of at the planned time, as far as KIS's rules of conduct allow; also after the
    /// session has given up.
    void reconnect();

    /// The running session as the window sees it.
    static SessionControl of(SessionService service) {
        return new SessionControl() {
            @Override
            public void watch(InstrumentCode code) {
                service.watch(code);
            }

            @Override
            public void unwatch(InstrumentCode code) {
                service.unwatch(code);
            }

            @Override
            public void reorder(List<InstrumentCode> codes) {
                service.reorder(codes);
            }

            @Override
            public SessionStatus status() {
                return service.status();
            }

            @Override
            public void reconnect() {
                service.reconnect();
            }
        };
    }
}
