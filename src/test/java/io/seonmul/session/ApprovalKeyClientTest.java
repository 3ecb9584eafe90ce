// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.seonmul.Await;
import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.protocol.ApprovalKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Keys over real sockets, from servers whose name has several addresses.
@Timeout(60)
class ApprovalKeyClientTest {

    private static final AppKeys KEYS = new AppKeys("key-of-the-test", "secret-of-the-test");
    private static final String ISSUED = "{\"approval_key\":\"an-approval-key\"}";
    private static final ApprovalKeySource.Outcome KEY =
            new ApprovalKeySource.Outcome.Issued(new ApprovalKey("an-approval-key"));
    private static final String PASSWORD = "of-no-worth";

    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>(List.of(ISSUED));

    /// Serves on that address: the next answer, and the last one from then on.
    private <S extends HttpServer> S serve(S server) {
        server.createContext("/oauth2/Approval", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            byte[] answer = (answers.size() > 1 ? answers.removeFirst() : answers.getFirst()).getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.length == ISSUED.length() ? 200 : 500, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static InetSocketAddress at(String address, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    private static Doors.Resolver resolving(String... addresses) throws IOException {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        return _ -> all;
    }

    private static ApprovalKeyClient client(URI url, Doors.Resolver resolver, HttpClient.Builder builder) {
        return new ApprovalKeyClient(url, KEYS, resolver, builder, Duration.ofMillis(1_500));
    }

    private static ApprovalKeySource.Outcome ask(ApprovalKeyClient client) {
        CompletableFuture<ApprovalKeySource.Outcome> outcome = new CompletableFuture<>();
        client.request(outcome::complete);
        return outcome.join();
    }

    @Test
    void anAddressThatRefusesIsFollowedByTheNextAndTheNameStays() throws IOException {
        HttpServer server = serve(HttpServer.create(at("127.0.0.1", 0), 0));
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        try (ApprovalKeyClient client =
                client(url, resolving("127.0.0.2", "127.0.0.3", "127.0.0.1"), HttpClient.newBuilder())) {
            assertThat(ask(client)).isEqualTo(KEY);
            assertThat(hosts).containsExactly(url.getRawAuthority());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressThatSwallowsTheAttemptIsPassedOverByTheNext() throws IOException {
        HttpServer server = serve(HttpServer.create(at("127.0.0.1", 0), 0));
        int port = server.getAddress().getPort();
        try (ServerSocket mute = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.2"));
                ApprovalKeyClient client = client(
                        URI.create("http://localhost:" + port),
                        resolving("127.0.0.2", "127.0.0.1"),
                        HttpClient.newBuilder())) {
            assertThat(ask(client))
                    .isEqualTo(
                            new ApprovalKeySource.Outcome.Refused(FailureReason.TIMED_OUT, "no answer within 1500 ms"));
            assertThat(mute.isBound()).isTrue();
            assertThat(ask(client)).isEqualTo(KEY);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void allThatRefuseAreOneFailure() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            port = socket.getLocalPort();
        }
        try (ApprovalKeyClient client = client(
                URI.create("http://localhost:" + port), resolving("127.0.0.2", "127.0.0.3"), HttpClient.newBuilder())) {
            assertThat(ask(client))
                    .isEqualTo(new ApprovalKeySource.Outcome.Refused(FailureReason.UNREACHABLE, "connection refused"));
        }
    }

    /// At another address too a server must show the certificate of the name that was asked for.
    @Test
    void theCertificateIsThatOfTheNameAtWhateverAddress(@TempDir Path folder) throws Exception {
        KeyStore store = selfSigned(folder, "rest.example");
        HttpsServer server = HttpsServer.create(at("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        serve(server);
        int port = server.getAddress().getPort();
        Doors.Resolver resolver = resolving("127.0.0.2", "127.0.0.1");
        try (ApprovalKeyClient right = client(
                        URI.create("https://rest.example:" + port),
                        resolver,
                        HttpClient.newBuilder().sslContext(context(store)));
                ApprovalKeyClient wrong = client(
                        URI.create("https://other.example:" + port),
                        resolver,
                        HttpClient.newBuilder().sslContext(context(store)))) {
            assertThat(ask(right)).isEqualTo(KEY);
            assertThat(hosts).containsExactly("rest.example:" + port);
            assertThat(ask(wrong)).isInstanceOfSatisfying(ApprovalKeySource.Outcome.Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(FailureReason.SERVER_ERROR);
                assertThat(refused.detail()).containsIgnoringCase("certificate");
            });
            assertThat(hosts).as("no key went there").hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    private static KeyStore selfSigned(Path folder, String name) throws Exception {
        Path file = folder.resolve("own.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /// A context of its own each time: one that is shared would resume a session that it had with another name.
    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /// Too many requests in a second are waited for one second, each time.
    @Test
    void whatWasAskedTooOftenIsAskedAgainAfterASecond() throws IOException {
        answers.addAll(0, List.of("{\"msg_cd\":\"EGW00201\",\"msg1\":\"too many\"}", "{\"message\":\"EGW00201\"}"));
        HttpServer server = serve(HttpServer.create(at("127.0.0.1", 0), 0));
        List<Duration> waits = new CopyOnWriteArrayList<>();
        InstantSource clock = InstantSource.system();
        try (EmbeddedExchange exchange = EmbeddedExchange.start(
                        ExchangeOptions.on(LocalDate.of(2026, 11, 23)).build());
                Monitored monitored = new Monitored(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        exchange.wsUrl(),
                        "key-of-the-test",
                        SessionTimings.DEFAULT,
                        clock,
                        System::nanoTime,
                        event -> {
                            if (event instanceof SessionEvent.StateChanged(SessionState.Waiting waiting)) {
                                assertThat(waiting.reason()).isEqualTo(FailureReason.ASKED_TOO_OFTEN);
                                waits.add(Duration.between(clock.instant(), waiting.until()));
                            }
                        })) {
            Instant begun = clock.instant();
            monitored.watch("A01612");
            Await.until("a third request", () -> hosts.size() == 3);
            assertThat(Duration.between(begun, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            assertThat(waits)
                    .hasSize(2)
                    .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        } finally {
            server.stop(0);
        }
    }
}
