// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.market.TradingCalendar;
import io.seonmul.protocol.CustomerType;
import io.seonmul.session.AppKeys;
import io.seonmul.session.SessionConfig;
import io.seonmul.session.SessionService;
import io.seonmul.session.SessionTimings;
import io.seonmul.session.TyrusConnector;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A running feed: the embedded exchange if it is the source, the clients of its server, and the session that folds it.
///
/// Opened and closed by one thread; closing ends in reverse order what opening began.
final class Feed implements AutoCloseable {

    private final @Nullable EmbeddedExchange exchange;
    private final CurrentKeys keys;
    private final SessionService session;
    private final String place;

    private Feed(@Nullable EmbeddedExchange exchange, CurrentKeys keys, SessionService session, String place) {
        this.exchange = exchange;
        this.keys = keys;
        this.session = session;
        this.place = place;
    }

    /// Starts everything and returns without waiting for a connection.
    ///
    /// @param board where snapshots go
    /// @param codes what to watch, in this order
    /// @param depth of which of them the depth too, as far as the quota leaves room
    /// @throws IOException if the embedded exchange cannot listen
    static Feed open(
            FeedSource source,
            ProductTable products,
            MarketBoard board,
            SessionService.Listeners listeners,
            List<InstrumentCode> codes,
            List<InstrumentCode> depth)
            throws IOException {
        Feed feed = switch (source) {
            case FeedSource.Server server -> of(null, server, products, board, listeners);
            case FeedSource.Demo _ -> {
                EmbeddedExchange exchange = EmbeddedExchange.start(
                        ExchangeOptions.today(InstantSource.system()).demo(true).build());
                FeedSource.Server server = new FeedSource.Server(
                        exchange.restUrl(), exchange.wsUrl(), CustomerType.PERSON, new AppKeys("DEMO", "DEMO"));
                yield of(exchange, server, products, board, listeners);
            }
        };
        feed.session.start();
        codes.forEach(feed.session::watch);
        depth.forEach(code -> feed.session.watchDepth(code, true));
        return feed;
    }

    private static Feed of(
            @Nullable EmbeddedExchange exchange,
            FeedSource.Server server,
            ProductTable products,
            MarketBoard board,
            SessionService.Listeners listeners) {
        CurrentKeys keys = new CurrentKeys(server.restUrl(), server.keys());
        SessionService session = new SessionService(
                new SessionConfig(
                        server.wsUrl(),
                        server.customer(),
                        products,
                        TradingCalendar.builtIn(),
                        SessionTimings.DEFAULT,
                        exchange == null),
                new TyrusConnector(),
                keys,
                board,
                listeners,
                InstantSource.system(),
                System::nanoTime);
        return new Feed(exchange, keys, session, address(server.restUrl()) + " and " + address(server.wsUrl()));
    }

    /// The one connection.
    SessionService session() {
        return session;
    }

    /// Uses `newKeys` from now on and connects with them, unless they are the present ones; false in the demo, which
    /// needs none.
    boolean use(AppKeys newKeys) {
        if (exchange != null) {
            return false;
        }
        if (keys.change(newKeys)) {
            session.keysChanged();
        } else {
            session.reconnect();
        }
        return true;
    }

    /// The two addresses it connects to, for a person.
    String place() {
        return place;
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public void close() {
        session.close();
        keys.close();
        if (exchange != null) {
            exchange.close();
        }
    }
}
