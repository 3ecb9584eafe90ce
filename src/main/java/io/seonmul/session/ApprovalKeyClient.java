// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Issues approval keys by REST: `POST /oauth2/Approval` with the app key and secret. Any thread.
///
/// Source: kis/protocol.md section 2. An answer of over 64 KiB is not read.
public final class ApprovalKeyClient implements ApprovalKeySource, AutoCloseable {

    /// What is said of a name without an address.
    static final String UNKNOWN_HOST = "unknown host";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /// A name that only begins like one, such as `127.0.0.1.example.com`, is somebody else's.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

    private static final int MOST_BYTES = 64 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI approval;
    private final AppKeys keys;
    private final Secrets secrets;

    /// @param restUrl scheme, host and port of the REST server; `https` unless the host is this computer
    /// @param keys the user's keys
    /// @throws IllegalArgumentException if the keys would travel in clear over a network
    public ApprovalKeyClient(URI restUrl, AppKeys keys) {
        if (!"https".equals(restUrl.getScheme()) && !isLoopback(restUrl.getHost())) {
            throw new IllegalArgumentException(
                    restUrl + " would send your keys in clear: use https, or a server on this computer");
        }
        this.approval = restUrl.resolve("/oauth2/Approval");
        this.keys = keys;
        this.secrets = new Secrets(keys.appKey(), keys.appSecret());
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    @Override
    public void request(Consumer<Outcome> then) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                post(),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        // The request's own timeout ends with the head of the answer; a body could drip for ever.
        CompletableFuture.delayedExecutor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> answer.cancel(true));
        CompletableFuture<Void> _ = answer.handle((response, failure) -> failure == null
                        ? ApprovalAnswer.read(response.statusCode(), response.body(), secrets)
                        : failed(failure))
                .thenAccept(then);
    }

    @Override
    public String hide(String text) {
        return secrets.hide(text);
    }

    private HttpRequest post() {
        try {
            String body = JSON.std
                    .composeString()
                    .startObject()
                    .put("grant_type", "client_credentials")
                    .put("appkey", keys.appKey())
                    .put("secretkey", keys.appSecret())
                    .end()
                    .finish();
            return HttpRequest.newBuilder(approval)
                    .timeout(TIMEOUT)
                    .header("content-type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string cannot fail
        }
    }

    private Outcome failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return new Outcome.Refused(reason(cause, root), hide(detail(cause, root)));
    }

    private static FailureReason reason(Throwable cause, Throwable root) {
        if (root instanceof UnresolvedAddressException) {
            return FailureReason.NAME_NOT_FOUND;
        } else if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
            return FailureReason.TIMED_OUT;
        }
        boolean unreachable = cause instanceof ConnectException || root instanceof ConnectException;
        return unreachable ? FailureReason.UNREACHABLE : FailureReason.SERVER_ERROR;
    }

    private static String detail(Throwable cause, Throwable root) {
        if (root instanceof UnresolvedAddressException) {
            return UNKNOWN_HOST;
        } else if (cause instanceof HttpTimeoutException || cause instanceof CancellationException) {
            return "no answer within " + TIMEOUT.toSeconds() + " s";
        } else if (cause.getMessage() == null && cause instanceof ConnectException) {
            return "connection refused"; // what the JDK's client says without a word
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /// Ends the requests under way and frees the client's threads.
    @Override
    public void close() {
        http.shutdownNow();
    }
}
