// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The wish of somebody outside (SIGINT, SIGTERM, end of the user's session) that this process ends, and its answer.
///
/// The wish is met, not obeyed blindly: the command in hand ends in its own way and its own exit code is the process's,
/// so that a `watch` ended by Ctrl+C has written its summary and is "done".
final class StopSignal {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CompletableFuture<ExitCode> wish = new CompletableFuture<>();
    private final CompletableFuture<ExitCode> answer = new CompletableFuture<>();

    /// A signal that the virtual machine's shutdown gives.
    static StopSignal ofThisProcess() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("seonmul-stop").unstarted(signal::onShutdown));
        return signal;
    }

    /// Wishes the end; any thread.
    void stop() {
        wish.complete(ExitCode.DONE);
    }

    /// Whether the end is wished.
    boolean isStopping() {
        return wish.isDone();
    }

    /// Calls `action` when the end is wished, on the thread that wishes it, or at once if it is already.
    void onStop(Runnable action) {
        CompletableFuture<Void> _ = wish.thenRun(action);
    }

    /// Waits until the end is wished.
    void await() throws InterruptedException {
        try {
            wish.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Says that the process's work has ended so; it may now go down.
    void ended(ExitCode code) {
        answer.complete(code);
    }

    private void onShutdown() {
        if (answer.isDone()) {
            return;
        }
        stop();
        ExitCode code = ExitCode.UNEXPECTED;
        try {
            code = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // nothing more to wait for: the process goes down
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code.number());
    }
}
