// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The packaged modules as a user starts them: a process of its own, everything on the module path, a home of its own.
final class Launch implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private Launch(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// How a process ended.
    record Run(int exitCode, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /// Starts with that home as its only folder and without a display or keys but those of `environment`.
    static Launch start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        List.of("DISPLAY", "WAYLAND_DISPLAY", "KIS_APP_KEY", "KIS_APP_SECRET", "JDK_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        builder.environment().put("SEONMUL_HOME", home.toString());
        builder.environment().putAll(environment);
        return new Launch(builder.start(), out, err);
    }

    static Run run(Path home, String... arguments) throws IOException, InterruptedException {
        return run(home, Map.of(), arguments);
    }

    static Run run(Path home, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (Launch launch = start(home, environment, arguments)) {
            return launch.await();
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("seonmul.options").split(" ")));
        command.addAll(List.of("--module-path", System.getProperty("seonmul.modules")));
        command.addAll(List.of("--module", System.getProperty("seonmul.main")));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Waits for the end.
    Run await() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as("ended; out: %s err: %s", read(out), read(err))
                .isTrue();
        return new Run(process.exitValue(), read(out), read(err));
    }

    /// Waits until stdout has a whole line of that kind, and returns the first.
    String awaitLine(Predicate<String> kind) throws InterruptedException {
        return awaitLineIn(out, kind);
    }

    /// Waits until `file` has a whole line of that kind, and returns the first.
    String awaitLineIn(Path file, Predicate<String> kind) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        boolean ended = false;
        while (!ended && System.nanoTime() < deadline) {
            ended = process.waitFor(20, TimeUnit.MILLISECONDS);
            String text = Files.exists(file) ? read(file) : "";
            Optional<String> line = text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(kind)
                    .findFirst();
            if (line.isPresent()) {
                return line.get();
            }
        }
        return fail("no such line; out: %s err: %s", read(out), read(err));
    }

    /// Asks it to end, as a service manager or a terminal would.
    void terminate() {
        process.destroy();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
