// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The embedded exchange as a server: its REST side, its ports, its threads.
@Timeout(60)
class EmbeddedExchangeTest {

    private static final String PATH = "/oauth2/Approval";
    private static final String GOOD =
            "{\"grant_type\":\"client_credentials\",\"appkey\":\"the-key\",\"secretkey\":\"the-secret\"}";

    static ExchangeOptions.Builder options() {
        return ExchangeOptions.on(LocalDate.of(2026, 11, 23));
    }

    @Test
    void issuesApprovalKeysOf36Characters() throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options().build())) {
            HttpResponse<String> first = WireClient.rest(exchange, PATH, "POST", GOOD);
            HttpResponse<String> second = WireClient.rest(exchange, PATH, "POST", GOOD);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
            Map<String, Object> answer = WireClient.object(first.body());
            assertThat(answer).containsOnlyKeys("approval_key");
            assertThat(answer.get("approval_key").toString()).matches("[0-9a-f-]{36}");
            assertThat(second.body()).isNotEqualTo(first.body());
            assertThat(exchange.banner()).matches("rest=http://127\\.0\\.0\\.1:[0-9]+ ws=ws://127\\.0\\.0\\.1:[0-9]+");
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "POST;/oauth2/Approval;{\"grant_type\":\"client_credentials\",\"appkey\":\"INVALID-1\",\"secretkey\":\"s\"};403;EGW00103",
                "POST;/oauth2/Approval;{\"grant_type\":\"client_credentials\",\"appkey\":\" \",\"secretkey\":\"s\"};403;EGW00103",
                "POST;/oauth2/Approval;{\"grant_type\":\"client_credentials\",\"secretkey\":\"s\"};403;EGW00103",
                "POST;/oauth2/Approval;{\"grant_type\":\"client_credentials\",\"appkey\":\"k\"};403;EGW00105",
                "POST;/oauth2/Approval;{\"grant_type\":\"client_credentials\",\"appkey\":\"k\",\"appsecret\":\"s\"};403;EGW00105",
                "POST;/oauth2/Approval;{\"grant_type\":\"other\",\"appkey\":\"k\",\"secretkey\":\"s\"};403;EGW00116",
                "POST;/oauth2/Approval;{\"appkey\":\"k\",\"secretkey\":\"s\"};403;EGW00116",
                "POST;/oauth2/Approval;{\"grant_type\":;400;EGW00101",
                "POST;/oauth2/Approval;[];400;EGW00101",
                "POST;/oauth2/Approval;``;400;EGW00101",
                "POST;/oauth2/tokenP;{\"grant_type\":\"client_credentials\",\"appkey\":\"INVALID\",\"appsecret\":\"s\"};403;EGW00103",
                "POST;/oauth2/tokenP;{\"grant_type\":\"client_credentials\",\"appkey\":\"k\",\"appsecret\":\"INVALID\"};403;EGW00105",
                "POST;/oauth2/tokenP;{\"grant_type\":\"client_credentials\",\"appkey\":\"k\",\"secretkey\":\"s\"};403;EGW00105",
                "POST;/oauth2/tokenP;{\"grant_type\":\"other\",\"appkey\":\"k\",\"appsecret\":\"s\"};403;EGW00116",
                "POST;/oauth2/tokenP;``;400;EGW00101",
                "POST;/oauth2/revokeP;{};404;EGW00101",
                "GET;/oauth2/Approval;``;405;EGW00101",
                "GET;/oauth2/tokenP;``;405;EGW00101",
                "PUT;/oauth2/Approval;{};405;EGW00101"
            })
    void refusesWithStatusAndCode(String method, String path, String body, int status, String code) throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options().build())) {
            HttpResponse<String> response = WireClient.rest(exchange, path, method, body);
            assertThat(response.statusCode()).isEqualTo(status);
            Map<String, Object> answer = WireClient.object(response.body());
            assertThat(answer).containsOnlyKeys("error_code", "error_description");
            assertThat(answer.get("error_code")).isEqualTo(code);
            assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
        }
    }

    @Test
    void issuesAccessTokensOneAMinute() throws IOException {
        String request = GOOD.replace("secretkey", "appsecret");
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options().build())) {
            HttpResponse<String> first = WireClient.rest(exchange, "/oauth2/tokenP", "POST", request);
            HttpResponse<String> second = WireClient.rest(exchange, "/oauth2/tokenP", "POST", request);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(WireClient.object(first.body())).containsKey("access_token");
            assertThat(second.statusCode()).isEqualTo(403);
            assertThat(WireClient.object(second.body())).containsEntry("error_code", "EGW00133");
            assertThat(WireClient.rest(exchange, PATH, "POST", GOOD).statusCode())
                    .as("approval keys are not rationed")
                    .isEqualTo(200);
        }
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws IOException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options().build())) {
            // A server on all addresses would answer there as well.
            for (int port :
                    List.of(exchange.restUrl().getPort(), exchange.wsUrl().getPort())) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(loopback(1), port), 5_000);
                    assertThat(socket.isConnected()).isTrue();
                }
                assertThatIOException()
                        .isThrownBy(() -> {
                            try (Socket socket = new Socket()) {
                                socket.connect(new InetSocketAddress(loopback(2), port), 5_000);
                            }
                        })
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void givesPortsAndThreadsBackEachTime() throws IOException {
        int rest;
        int ws;
        try (EmbeddedExchange first = EmbeddedExchange.start(options().build())) {
            rest = first.restUrl().getPort();
            ws = first.wsUrl().getPort();
        }
        for (int round = 0; round < 20; round++) {
            EmbeddedExchange exchange =
                    EmbeddedExchange.start(options().ports(rest, ws).build());
            assertThat(exchange.restUrl().getPort()).isEqualTo(rest);
            assertThat(exchange.wsUrl().getPort()).isEqualTo(ws);
            try (WireClient client = WireClient.connect(exchange, "key")) {
                client.registered("A05612");
                exchange.close();
                client.awaitEnd();
            }
            exchange.close();
            exchange.trade(new InstrumentCode("A05612"));
        }
        Await.until("no thread is left", () -> ownThreads().isEmpty());
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, loopback(1))) {
            int port = taken.getLocalPort();
            for (ExchangeOptions.Builder options :
                    List.of(options().ports(port, 0), options().ports(0, port))) {
                assertThatIOException()
                        .isThrownBy(() -> EmbeddedExchange.start(options.build()))
                        .withMessageMatching("cannot listen on 127\\.0\\.0\\.1:" + port + ": Address already in use");
            }
        }
        Await.until("no thread is left", () -> ownThreads().isEmpty());
    }

    private static InetAddress loopback(int last) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> Stream.of("exchange", "HTTP-Dispatcher", "WebSocketSelector", "WebSocketWorker")
                        .anyMatch(name::startsWith))
                .toList();
    }
}
