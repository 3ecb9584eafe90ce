#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A WebSocket server, or a proxy before it, may answer the handshake with "Connection: keep-alive, Upgrade": RFC 6455
# section 4.1 asks for a header that contains the token "Upgrade", and RFC 9110 section 7.6.1 makes Connection a list.
# Seen with Tyrus 2.2.0 and the WebSocket client of java.net.http (JDK 17 and 25): Tyrus accepts a list only where
# Upgrade comes first, the JDK's client accepts no list at all. Neither names the header in a way that a user of a
# proxy could act on. Exits 0 while that is so, 1 when it has changed. Needs a JDK 17 or newer and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>probe</groupId><artifactId>probe</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.glassfish.tyrus</groupId><artifactId>tyrus-client</artifactId><version>2.2.0</version></dependency>
    <dependency><groupId>org.glassfish.tyrus</groupId><artifactId>tyrus-container-jdk-client</artifactId><version>2.2.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat > Probe.java <<'JAVA'
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;

class Probe {
    public static void main(String[] args) throws Exception {
        for (String connection : new String[] {"Upgrade", "Upgrade, keep-alive", "keep-alive, Upgrade"}) {
            System.out.println(connection + ": tyrus " + tyrus(connection) + ", jdk " + jdk(connection));
        }
        System.exit(0);
    }

    static URI server(String connection) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread answer = new Thread(() -> {
            try (server; Socket socket = server.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                String key = "";
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.toLowerCase().startsWith("sec-websocket-key:")) {
                        key = line.substring(line.indexOf(':') + 1).strip();
                    }
                }
                byte[] hash = MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                        + connection + "\r\nSec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash)
                        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                while (in.read() >= 0) { }
            } catch (Exception e) {
                // the client has gone
            }
        });
        answer.setDaemon(true);
        answer.start();
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/");
    }

    static String tyrus(String connection) throws Exception {
        try {
            Session session = ClientManager.createClient(JdkClientContainer.class.getName()).connectToServer(
                    new Endpoint() {
                        @Override
                        public void onOpen(Session opened, EndpointConfig config) { }
                    },
                    ClientEndpointConfig.Builder.create().build(),
                    server(connection));
            session.close();
            return "connects";
        } catch (Exception e) {
            return "refuses";
        }
    }

    static String jdk(String connection) throws Exception {
        try {
            HttpClient.newHttpClient().newWebSocketBuilder()
                    .buildAsync(server(connection), new WebSocket.Listener() { })
                    .get(10, TimeUnit.SECONDS)
                    .abort();
            return "connects";
        } catch (Exception e) {
            return "refuses";
        }
    }
}
JAVA
java -cp 'jars/*' Probe.java 2>/dev/null | tee seen.txt

cat > expected.txt <<'SEEN'
Upgrade: tyrus connects, jdk connects
Upgrade, keep-alive: tyrus connects, jdk refuses
keep-alive, Upgrade: tyrus refuses, jdk refuses
SEEN
if ! diff expected.txt seen.txt; then
  echo "changed: see above" >&2
  exit 1
fi
