// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.market.InstrumentCode;
import io.seonmul.session.AppKeys;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// No key reaches a file, a stream or a command line, whatever the servers do: canaries are sought in all that is left.
@Timeout(240)
final class SecretsIT {

    private static final String APP_KEY = "CANARYKEY-7f3a91c05be24d68";
    private static final String APP_SECRET = "CANARYSECRET-0c9d8e7f6a5b4c3d2e1f";
    private static final Map<String, String> KEYS = Map.of("KIS_APP_KEY", APP_KEY, "KIS_APP_SECRET", APP_SECRET);
    /// So much of a secret is as good as told.
    private static final int TELLING = 9;

    private static final Pattern APPROVAL = Pattern.compile("\"approval_key\"\\s*:\\s*\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> approvalKeys = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final List<AutoCloseable> servers = new ArrayList<>();
    private EmbeddedExchange exchange;
    private String approvals;

    @BeforeEach
    void startServers() throws IOException {
        exchange = EmbeddedExchange.start(ExchangeOptions.on(LocalDate.of(2026, 11, 23))
                .codes(List.of(new InstrumentCode("A01612")))
                .rate(50)
                .build());
        servers.add(exchange);
        approvals = rest(this::overhear);
    }

    @AfterEach
    void closeServers() throws Exception {
        for (AutoCloseable server : servers.reversed()) {
            server.close();
        }
    }

    @Test
    void noKeyIsLeftBehindWhateverTheServersDo() throws Exception {
        String ws = exchange.wsUrl().toString();
        run("watch", 0, approvals, ws, "watch", "--code", "A01612", "--for", "3s");
        run("snapshot", 0, approvals, ws, "snapshot", "--code", "A01612", "--out", "snapshot.csv");
        run("window", 0, approvals, ws, "--for", "3s", "--capture", "captured");
        run("echo-500", 5, rest(request -> answer(request, 500, body(request))), ws, watch());
        run("echo-403", 4, rest(request -> answer(request, 403, error(body(request)))), ws, watch());
        run("echo-line", 5, echoOfBytes(), ws, watch());
        run("echo-socket", 3, approvals, echoOfTexts(), watch());
        run("mute-socket", 5, approvals, "ws://127.0.0.1:" + closedPort(), watch());
        run("no-server", 5, "http://127.0.0.1:" + closedPort(), ws, watch());
        crash(ws);

        assertThat(approvalKeys).as("the test overheard the approval keys").hasSizeGreaterThan(3);
        assertThat(folder.resolve("home")).isNotEmptyDirectory();
        List<String> secrets = new ArrayList<>(approvalKeys);
        secrets.add(APP_KEY);
        secrets.add(APP_SECRET);
        assertNothingIsTold(secrets);
    }

    private void assertNothingIsTold(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTellsNothing(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1), secrets);
            }
        }
    }

    /// As a desktop session that begins: a bus, and a keychain that the user's password opens. Skipped where there is
    /// none.
    @Test
    void noKeyIsLeftBehindOnItsWayIntoTheKeychain() throws Exception {
        assumeThat(List.of("dbus-run-session", "gnome-keyring-daemon")).allMatch(SecretsIT::isInstalled);
        Path home = Files.createDirectories(folder.resolve("home"));
        new KeyFile(home).save(new AppKeys(APP_KEY, APP_SECRET));

        for (String name : List.of("moves", "reads")) {
            try (Launched launched = inDesktopSession(name)) {
                assertTellsNothing(name + "'s command line", launched.commandLine(), List.of(APP_KEY, APP_SECRET));
                assertThat(launched.exitCode())
                        .as("%s: %s %s", name, launched.out(), launched.err())
                        .isZero();
            }
            assertThat(home.resolve("keys.json")).as("after it %s", name).doesNotExist();
        }

        assertThat(requests).as("the keys were used by both").hasSize(2).allMatch(body -> body.contains(APP_KEY));
        assertThat(home).isNotEmptyDirectory();
        assertNothingIsTold(List.of(APP_KEY, APP_SECRET));
    }

    private Launched inDesktopSession(String name) throws IOException {
        Path user = Files.createDirectories(folder.resolve("user"));
        Map<String, String> environment = Map.of(
                "HOME", user.toString(),
                "XDG_RUNTIME_DIR", user.toString(),
                "XDG_DATA_HOME", user.resolve("share").toString(),
                "XDG_CACHE_HOME", user.resolve("cache").toString());
        List<String> session = List.of(
                "dbus-run-session",
                "--",
                "sh",
                "-c",
                "printf password | gnome-keyring-daemon --unlock --components=secrets >&2 && exec \"$@\"",
                "sh");
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        all.addAll(List.of("--rest-url", approvals, "--ws-url", exchange.wsUrl().toString()));
        all.addAll(List.of("watch", "--code", "A01612", "--for", "3s"));
        return Launched.start(session, folder, name, environment, List.of(), all.toArray(String[]::new));
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String[] watch() {
        return new String[] {"watch", "--code", "A01612", "--for", "2s"};
    }

    private void run(String name, int exitCode, String rest, String ws, String... arguments) throws Exception {
        try (Launched launched = launch(name, List.of(), rest, ws, arguments)) {
            assertTellsNothing(name + "'s command line", launched.commandLine(), List.of(APP_KEY, APP_SECRET));
            assertThat(launched.exitCode())
                    .as("%s: %s %s", name, launched.out(), launched.err())
                    .isEqualTo(exitCode);
        }
    }

    private Launched launch(String name, List<String> options, String rest, String ws, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(
                List.of("--home", folder.resolve("home").toString(), "--rest-url", rest, "--ws-url", ws));
        all.addAll(List.of(arguments));
        return Launched.start(folder, name, KEYS, options, all.toArray(String[]::new));
    }

    /// A process that dies with the key in its memory and a report on the disk.
    private void crash(String ws) throws Exception {
        List<String> options = List.of(
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true");
        try (Launched launched = launch("crash", options, approvals, ws, "watch", "--code", "A01612")) {
            Await.until("it is live", () -> {
                try {
                    return launched.out().contains("\"gap\"") || launched.out().contains("live");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            new ProcessBuilder("kill", "-SEGV", Long.toString(launched.process().pid()))
                    .start()
                    .waitFor();
            launched.exitCode();
        }
        assertThat(folder.resolve("crash.log")).isNotEmptyFile();
    }

    private static void assertTellsNothing(String place, String text, List<String> secrets) {
        for (String secret : secrets) {
            assertThat(text.contains(secret.substring(0, TELLING)))
                    .as("%s tells %s", place, secret)
                    .isFalse();
        }
    }

    private interface Answering {
        void to(HttpExchange request) throws IOException;
    }

    private String rest(Answering answering) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            try (request) {
                answering.to(request);
            }
        });
        server.start();
        servers.add(() -> server.stop(0));
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Passes a request on to the exchange and notes the approval key in its answer.
    private void overhear(HttpExchange request) throws IOException {
        try {
            String body = body(request);
            requests.add(body);
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(exchange.restUrl().resolve("/oauth2/Approval"))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
            Matcher key = APPROVAL.matcher(response.body());
            if (key.find()) {
                approvalKeys.add(key.group(1));
            }
            answer(request, response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String body(HttpExchange request) throws IOException {
        return new String(request.getRequestBody().readAllBytes(), UTF_8);
    }

    private static String error(String body) {
        return "{\"error_code\":\"EGW00103\",\"error_description\":\"" + body.replace("\"", "'") + "\"}";
    }

    private static void answer(HttpExchange request, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes);
    }

    /// A REST server that is none: it sends back every byte, body first.
    private String echoOfBytes() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    byte[] request = new byte[4096];
                    StringBuilder heard = new StringBuilder();
                    while (heard.indexOf("\"secretkey\"") < 0 || heard.indexOf("}") < 0) {
                        int read = socket.getInputStream().read(request);
                        if (read < 0) {
                            break;
                        }
                        heard.append(new String(request, 0, read, ISO_8859_1));
                    }
                    int body = heard.indexOf("{");
                    String echo = (body < 0 ? "" : heard.substring(body)) + "\r\n" + heard;
                    socket.getOutputStream().write(echo.getBytes(ISO_8859_1));
                } catch (IOException e) {
                    // the next one
                }
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// A real-time server that sends back every text, with the approval key in it, and as a data frame too.
    private String echoOfTexts() throws InterruptedException {
        WebSocketServer server = new WebSocketServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1) {
            @Override
            public void onMessage(WebSocket socket, String text) {
                socket.send(text);
                String key = text.substring(text.indexOf("\"approval_key\":") + 15, text.length());
                socket.send("0|H0IFCNT0|001|" + key);
                socket.send("{\"header\":{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A01612\"},\"body\":{\"rt_cd\":\"1\","
                        + "\"msg_cd\":\"OPSP0017\",\"msg1\":\"invalid request " + key.replace("\"", "") + "\"}}");
            }

            @Override
            public void onOpen(WebSocket socket, ClientHandshake handshake) {}

            @Override
            public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

            @Override
            public void onError(WebSocket socket, Exception failure) {}

            @Override
            public void onStart() {}
        };
        server.start();
        servers.add(server::stop);
        Await.until("the echo listens", () -> server.getPort() > 0);
        return URI.create("ws://127.0.0.1:" + server.getPort()).toString();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
