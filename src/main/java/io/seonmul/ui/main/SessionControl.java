// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.AlertRule;
import io.seonmul.market.Delay;
import io.seonmul.market.InstrumentCode;
import io.seonmul.session.SessionService;
import io.seonmul.session.SessionStatus;
import io.seonmul.ui.watchlist.WatchControl;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the window asks of the session. Called on the FX thread; no call blocks.
public interface SessionControl extends WatchControl {

    /// What the session does now.
    SessionStatus status();

    /// Tries to connect now instead of at the planned time, as far as KIS's rules of conduct allow; also after the
    /// session has given up.
    void reconnect();

    /// Holds every trade record from now on to these rules.
    void alerts(List<AlertRule> rules);

    /// How long what the session publishes takes to the frame that shows it; empty if that is not measured.
    default Optional<Delay> toFrame() {
        return Optional.empty();
    }

    /// The running session as the window sees it.
    ///
    /// @param toFrame measured by the frame pump
    static SessionControl of(SessionService service, Supplier<Optional<Delay>> toFrame) {
        return new SessionControl() {
            @Override
            public void watch(InstrumentCode code) {
                service.watch(code);
            }

            @Override
            public void watchDepth(InstrumentCode code, boolean wanted) {
                service.watchDepth(code, wanted);
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
            public void alerts(List<AlertRule> rules) {
                service.alerts(rules);
            }

            @Override
            public SessionStatus status() {
                return service.status();
            }

            @Override
            public void reconnect() {
                service.reconnect();
            }

            @Override
            public Optional<Delay> toFrame() {
                return toFrame.get();
            }
        };
    }
}
