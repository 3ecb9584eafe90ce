// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// Issues approval keys by REST: `POST /oauth2/Approval` with the app key and secret. Any thread.
///
/// An answer of over 64 KiB is not read. Of a name's addresses one that refuses is followed by the next.
public final class ApprovalKeyClient implements ApprovalKeySource, AutoCloseable {

    /// What is said of a name without an address.
    static final String UNKNOWN_HOST = "unknown host";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /// A name that only begins like one, such as `127.0.0.1.example.com`, is somebody else's.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern TRAILING_DOT = Pattern.compile("\\.$");

    private static final int MOST_BYTES = 64 * 1024;

    /// Lets a request name its server though its URI has an address.
    private static final String HOST_ALLOWED = "jdk.httpclient.allowRestrictedHeaders";

    static {
        if (System.getProperty(HOST_ALLOWED) == null) {
            System.setProperty(HOST_ALLOWED, "host"); // read once, with the first client of the process
        }
    }

    private final HttpClient http;
    private final URI approval;
    private final Doors doors;
    private final Duration timeout;
    private final AppKeys keys;
    private final Secrets secrets;

    /// @param restUrl scheme, host and port of the REST server; `https` unless the host is this computer
    /// @param keys the user's keys
    /// @throws IllegalArgumentException if the keys would travel in clear over a network
    public ApprovalKeyClient(URI restUrl, AppKeys keys) {
        this(restUrl, keys, Doors.Resolver.SYSTEM, HttpClient.newBuilder(), TIMEOUT);
    }

    /// @param builder makes the client
    /// @param timeout for the whole request
    ApprovalKeyClient(
            URI restUrl, AppKeys keys, Doors.Resolver resolver, HttpClient.Builder builder, Duration timeout) {
        if (!"https".equals(restUrl.getScheme()) && !isLoopback(restUrl.getHost())) {
            throw new IllegalArgumentException(
                    restUrl + " would send your keys in clear: use https, or a server on this computer");
        }
        this.http = builder.connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(naming(restUrl.getHost()))
                .build();
        this.approval = restUrl.resolve("/oauth2/Approval");
        this.doors = new Doors(resolver);
        this.timeout = timeout;
        this.keys = keys;
        this.secrets = new Secrets(keys.appKey(), keys.appSecret());
    }

    /// The parameters by which a server is asked for the certificate of that name, and held to it, at whatever address.
    private static SSLParameters naming(@Nullable String host) {
        try {
            SSLParameters parameters = SSLContext.getDefault().getDefaultSSLParameters();
            if (host != null
                    && !host.startsWith("[")
                    && !DIGITS_AND_DOTS.matcher(host).matches()) {
                parameters.setServerNames(
                        List.of(new SNIHostName(TRAILING_DOT.matcher(host).replaceFirst(""))));
            }
            return parameters;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has a default
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    @Override
    public void request(Consumer<Outcome> then) {
        Thread.ofVirtual().name("seonmul-approval").start(() -> then.accept(ask()));
    }

    /// Asks at one address after the other, until one does not refuse.
    private Outcome ask() {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            List<URI> all = doors.of(approval);
            for (URI door : all.subList(0, all.size() - 1)) {
                try {
                    return ask(door, end);
                } catch (ExecutionException e) {
                    doors.passOn();
                    if (!isRefused(e.getCause())) {
                        return failed(e.getCause());
                    }
                }
            }
            return ask(all.getLast(), end);
        } catch (ExecutionException e) {
            doors.passOn();
            return failed(e.getCause());
        } catch (UnknownHostException e) {
            return failed(e);
        } catch (TimeoutException | InterruptedException e) {
            doors.passOn();
            return failed(new HttpTimeoutException("the answer is not whole"));
        }
    }

    /// The request's own timeout ends with the head of the answer; a body could drip for ever.
    private Outcome ask(URI door, long end) throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                post(door),
                HttpResponse.BodyHandlers.limiting(
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        try {
            HttpResponse<String> response = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return ApprovalAnswer.read(response.statusCode(), response.body(), secrets);
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean isRefused(@Nullable Throwable failure) {
        return failure instanceof ConnectException; // in time: one that was too late is an HttpTimeoutException
    }

    @Override
    public String hide(String text) {
        return secrets.hide(text);
    }

    private HttpRequest post(URI door) {
        try {
            String body = JSON.std
                    .composeString()
                    .startObject()
                    .put("grant_type", "client_credentials")
                    .put("appkey", keys.appKey())
                    .put("secretkey", keys.appSecret())
                    .end()
                    .finish();
            HttpRequest.Builder request = HttpRequest.newBuilder(door);
            if (!door.equals(approval)) {
                request.header("host", approval.getRawAuthority());
            }
            return request.timeout(timeout)
                    .header("content-type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e); // a string cannot fail
        }
    }

    private Outcome failed(@Nullable Throwable failure) {
        Throwable cause = failure == null ? new IOException("no answer") : failure;
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return new Outcome.Refused(reason(cause, root), hide(detail(cause, root)));
    }

    private static boolean isNameless(Throwable root) {
        return root instanceof UnresolvedAddressException || root instanceof UnknownHostException;
    }

    private static FailureReason reason(Throwable cause, Throwable root) {
        if (isNameless(root)) {
            return FailureReason.NAME_NOT_FOUND;
        } else if (cause instanceof HttpTimeoutException) {
            return FailureReason.TIMED_OUT;
        }
        boolean unreachable = cause instanceof ConnectException || root instanceof ConnectException;
        return unreachable ? FailureReason.UNREACHABLE : FailureReason.SERVER_ERROR;
    }

    private String detail(Throwable cause, Throwable root) {
        if (isNameless(root)) {
            return UNKNOWN_HOST;
        } else if (cause instanceof HttpTimeoutException) {
            return "no answer within " + SessionTimings.told(timeout);
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
