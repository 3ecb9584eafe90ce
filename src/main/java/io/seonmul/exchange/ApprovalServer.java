// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The REST side of the exchange on the loopback address: `POST /oauth2/Approval` for approval keys, `POST
/// /oauth2/tokenP` for access tokens, and a JSON error for all else.
final class ApprovalServer implements AutoCloseable {

    private static final String APPROVAL = "/oauth2/Approval";
    private static final String TOKEN = "/oauth2/tokenP";
    private static final int LONGEST_REQUEST = 16 << 10;
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration DRIP = Duration.ofSeconds(1);

    private final ApprovalDesk desk;
    private final TokenDesk tokens;
    private final FaultScript faults;
    private final HttpServer server;
    private final ExecutorService threads;

    /// @throws IOException if it cannot listen there
    ApprovalServer(InetSocketAddress address, ApprovalDesk desk, TokenDesk tokens, FaultScript faults)
            throws IOException {
        this.desk = desk;
        this.tokens = tokens;
        this.faults = faults;
        server = HttpServer.create(address, 0);
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("exchange-rest-", 0).factory());
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            ApprovalDesk.Reply reply = reply(exchange);
            byte[] body = reply.body().getBytes(UTF_8);
            if (reply.delivery() == ApprovalDesk.Reply.Delivery.LATE) {
                Thread.sleep(LATE);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            exchange.sendResponseHeaders(reply.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                deliver(out, body, reply.delivery());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends, and with it what it held back
        }
    }

    private static void deliver(OutputStream out, byte[] body, ApprovalDesk.Reply.Delivery delivery)
            throws IOException, InterruptedException {
        switch (delivery) {
            case AT_ONCE, LATE -> out.write(body);
            case DRIPPING -> {
                for (byte one : body) {
                    out.write(one);
                    out.flush();
                    Thread.sleep(DRIP);
                }
            }
        }
    }

    private ApprovalDesk.Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals(APPROVAL) && !path.equals(TOKEN)) {
            return ApprovalDesk.Reply.error(404, "EGW00101", "유효하지 않은 요청입니다.");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return ApprovalDesk.Reply.error(405, "EGW00101", "유효하지 않은 요청입니다.");
        }
        byte[] request = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
        return path.equals(TOKEN) ? tokens.issue(request) : faults.approval(desk.issue(request));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
