// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Links by Tyrus to raw sockets: handshakes as proxies answer them, and names with several addresses.
@Timeout(60)
class TyrusConnectorTest {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// Answers every handshake with that `Connection` header, then sends one text; keeps what it was asked.
    private static final class RawServer implements AutoCloseable {

        final ServerSocket socket;
        final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<Socket> accepted = new CopyOnWriteArrayList<>();
        private final String connection;

        RawServer(String address, int port, String connection) throws IOException {
            this.socket = new ServerSocket(port, 50, InetAddress.getByName(address));
            this.connection = connection;
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            try {
                while (!socket.isClosed()) {
                    Socket client = socket.accept();
                    accepted.add(client);
                    answer(client);
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void answer(Socket client) throws IOException {
            BufferedReader reader = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            String key = "";
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                asked.add(line);
                if (line.startsWith("Sec-WebSocket-Key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: " + connection
                    + "\r\nSec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
            client.getOutputStream().write(head.getBytes(ISO_8859_1));
            client.getOutputStream().write(new byte[] {(byte) 0x81, 2, 'h', 'i'});
        }

        private static String accept(String key) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-1");
                return Base64.getEncoder().encodeToString(sha.digest((key + GUID).getBytes(UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket client : accepted) {
                client.close();
            }
        }
    }

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final FeedLink.Listener listener = new FeedLink.Listener() {
        @Override
        public void opened() {
            heard.add("opened");
        }

        @Override
        public void text(String text) {
            heard.add(text);
        }

        @Override
        public void pong() {}

        @Override
        public void closed(FailureReason reason, String detail) {
            heard.add(reason + ": " + detail);
        }
    };

    private static URI feed(int port) {
        return URI.create("ws://feed.example:" + port + "/tryitout");
    }

    private static TyrusConnector resolving(String... addresses) throws IOException {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return new TyrusConnector(_ -> List.of(all));
    }

    @Test
    void anUpgradeAmongOtherOptionsIsAnUpgrade() throws IOException {
        for (String connection : List.of("Upgrade", "keep-alive, Upgrade", "upgrade, keep-alive", "close,upgrade")) {
            heard.clear();
            try (RawServer server = new RawServer("127.0.0.1", 0, connection)) {
                URI uri = URI.create("ws://127.0.0.1:" + server.socket.getLocalPort() + "/tryitout");
                FeedLink link = new TyrusConnector().connect(uri, listener);
                Await.until(connection + ": " + heard, () -> heard.contains("hi"));
                link.close();
                assertThat(heard).containsExactly("opened", "hi");
            }
        }
    }

    @Test
    void anAnswerWithoutAnUpgradeIsAFaultOfTheServerAndNamesTheHeader() throws IOException {
        try (RawServer server = new RawServer("127.0.0.1", 0, "keep-alive")) {
            URI uri = URI.create("ws://127.0.0.1:" + server.socket.getLocalPort());
            FeedLink link = new TyrusConnector().connect(uri, listener);
            Await.until("refused", () -> !heard.isEmpty());
            link.close();
            assertThat(heard.getFirst()).startsWith("SERVER_ERROR").contains("Connection", "keep-alive", "proxy");
        }
    }

    @Test
    void anAddressThatRefusesIsFollowedByTheNextAndTheNameStays() throws IOException {
        try (RawServer server = new RawServer("127.0.0.1", 0, "Upgrade")) {
            int port = server.socket.getLocalPort();
            FeedLink link = resolving("127.0.0.2", "127.0.0.3", "127.0.0.1").connect(feed(port), listener);
            Await.until("connected: " + heard, () -> heard.contains("hi"));
            link.close();
            assertThat(heard).containsExactly("opened", "hi");
            assertThat(server.asked)
                    .anyMatch(line -> line.startsWith("GET /tryitout "))
                    .anyMatch(line -> line.matches("Host: ?feed\\.example:" + port))
                    .anyMatch(line -> line.matches("Origin: ?http://feed\\.example:" + port));
        }
    }

    @Test
    void anAddressThatSwallowsTheAttemptIsPassedOverByTheNext() throws IOException {
        try (RawServer server = new RawServer("127.0.0.1", 0, "Upgrade");
                ServerSocket mute =
                        new ServerSocket(server.socket.getLocalPort(), 50, InetAddress.getByName("127.0.0.2"))) {
            TyrusConnector connector = resolving("127.0.0.2", "127.0.0.1");
            FeedLink first = connector.connect(feed(server.socket.getLocalPort()), listener);
            mute.accept();
            first.close();
            FeedLink second = connector.connect(feed(server.socket.getLocalPort()), listener);
            Await.until("connected: " + heard, () -> heard.contains("hi"));
            second.close();
            assertThat(heard).containsExactly("opened", "hi");
        }
    }

    @Test
    void allThatRefuseAreOneFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            port = socket.getLocalPort();
        }
        resolving("127.0.0.2", "127.0.0.3").connect(feed(port), listener);
        Await.until("refused", () -> !heard.isEmpty());
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst()).startsWith("UNREACHABLE");
    }
}
