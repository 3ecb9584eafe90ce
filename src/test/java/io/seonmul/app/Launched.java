// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged modules in a process of their own, as a user starts them, with everything they say in files.
final class Launched implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private Launched(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /// Starts it.
    ///
    /// @param folder where stdout and stderr go, as `NAME.out` and `NAME.err`
    /// @param environment put beside the test's own, of which the user's keys are taken away
    /// @param options of the virtual machine
    static Launched start(
            Path folder, String name, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        return start(List.of(), folder, name, environment, options, arguments);
    }

    /// As the other, by another program.
    ///
    /// @param starter that program and its arguments, to which the command is appended
    static Launched start(
            List<String> starter,
            Path folder,
            String name,
            Map<String, String> environment,
            List<String> options,
            String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(System.getProperty("seonmul.options").split(" ")));
        command.addAll(List.of("--module-path", System.getProperty("seonmul.modules")));
        command.addAll(List.of("--module", System.getProperty("seonmul.main")));
        command.addAll(List.of(arguments));
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("KIS_APP_KEY", "KIS_APP_SECRET", "DISPLAY"));
        builder.environment().putAll(environment);
        return new Launched(builder.start(), out, err);
    }

    Process process() {
        return process;
    }

    /// Waits for its end, a minute at most.
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    String out() throws IOException {
        return Files.readString(out, UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, UTF_8);
    }

    /// Ends it, if it runs still, as Ctrl+C does.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The command line that everybody on this computer can see; empty where the system does not show one.
    String commandLine() throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (!Files.exists(file)) {
            return String.join(" ", process.info().arguments().orElse(new String[0]));
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            return reader.lines().reduce("", String::concat);
        }
    }
}
