// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/// Tyrus's client on the JDK's channels, with a handshake that takes what RFC 6455 allows.
///
/// Tyrus looks at the first part of a list of headers only, so that `Connection: keep-alive, Upgrade`, which proxies
/// send, is no upgrade to it; and it takes the `Host` header from the address that it connects to. Tyrus makes it by
/// its name, hence public; one for each link, any thread.
public final class TolerantContainer extends JdkClientContainer {

    /// Property of a client: the authority for the `Host` header, such as `ops.example.com:21000`.
    static final String AUTHORITY = "io.seonmul.authority";

    /// Property of a client: the [AtomicBoolean] that is set when there is a socket to the server.
    static final String MET = "io.seonmul.met";

    private static final String CONNECTION = "Connection";

    /// For Tyrus.
    public TolerantContainer() {}

    @Override
    public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
            throws DeploymentException, IOException {
        super.openClientSocket(
                config, properties, new TolerantEngine(engine, String.valueOf(properties.get(AUTHORITY))));
        if (properties.get(MET) instanceof AtomicBoolean met) {
            met.set(true);
        }
    }

    private static final class TolerantEngine implements ClientEngine {

        private final ClientEngine engine;
        private final String authority;
        private boolean redirected;

        TolerantEngine(ClientEngine engine, String authority) {
            this.engine = engine;
            this.authority = authority;
        }

        @Override
        public @Nullable UpgradeRequest createUpgradeRequest(TimeoutHandler handler) {
            UpgradeRequest request = engine.createUpgradeRequest(handler);
            if (request != null && !redirected) {
                request.getHeaders().put(UpgradeRequest.HOST, List.of(authority));
                String scheme = request.isSecure() ? "https://" : "http://";
                request.getHeaders().put(UpgradeRequest.ORIGIN_HEADER, List.of(scheme + authority));
            }
            redirected = true;
            return request;
        }

        @Override
        public ClientUpgradeInfo processResponse(
                UpgradeResponse response, Writer writer, Connection.CloseListener listener) {
            List<String> connection = response.getHeaders().getOrDefault(CONNECTION, List.of());
            if (connection.stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .anyMatch(part -> part.strip().equalsIgnoreCase(UpgradeRequest.UPGRADE))) {
                response.getHeaders().put(CONNECTION, List.of(UpgradeRequest.UPGRADE));
            }
            return engine.processResponse(response, writer, listener);
        }

        @Override
        public void processError(Throwable failure) {
            engine.processError(failure);
        }
    }
}
