// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged modules, started as a user starts them: a process of its own, everything on the module path.
final class LaunchIT {
    @Test
    void thePackagedModulesStartAndSayNothingButTheVersion(@TempDir Path folder) throws Exception {
        Run run = run(folder, "--version");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(System.getProperty("seonmul.version"));
        assertThat(run.exitCode()).isZero();
    }

    private static Run run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return new Run(process.exitValue(), read(out), read(err));
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

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private record Run(int exitCode, String out, String err) {}
}
