// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The process entry point, which must not extend `Application`: the platform is chosen before JavaFX starts.
public final class Main {

    private Main() {}

    /// Does what the arguments ask and ends the process with the exit code that [ExitCode] explains.
    public static void main(String[] arguments) {
        StopSignal stop = StopSignal.ofThisProcess();
        // JSON lines and paths are UTF-8 for whoever reads them, whatever the terminal's own encoding is.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = System.err;
        StrayLines.collect();
        ExitCode code = new Program(stop, out, err, System.getenv()).run(arguments);
        out.flush();
        stop.ended(code);
        System.exit(code.number());
    }
}
