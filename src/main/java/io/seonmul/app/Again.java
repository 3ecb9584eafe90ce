// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This program once more, without a display: a toolkit that failed to start cannot be started again in one process.
final class Again {

    /// By this jpackage's launcher tells itself, started anew with the libraries' path set, that it is its own child;
    /// one that finds it takes the arguments for those of a Java launcher.
    private static final String LAUNCHER_OWN = "_JPACKAGE_LAUNCHER";

    private Again() {}

    /// Runs this process's own command line with the same streams and waits for its end.
    ///
    /// @return how it ended; empty if this system does not tell a process its command line
    static Optional<ExitCode> withoutDisplay(StopSignal stop) throws IOException, InterruptedException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        if (self.command().isEmpty() || self.arguments().isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(self.command().get()));
        command.addAll(List.of(self.arguments().get()));
        ProcessBuilder again = new ProcessBuilder(command).inheritIO();
        again.environment().remove(LAUNCHER_OWN);
        again.environment().put(Display.NO_DISPLAY, "1");
        Process process = again.start();
        stop.onStop(process::destroy);
        return Optional.of(ExitCode.of(process.waitFor()));
    }
}
