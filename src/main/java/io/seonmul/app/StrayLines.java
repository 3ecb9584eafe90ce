// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/// Puts into the log what libraries print to the process's streams, which belong to results and to our own one-line
/// errors. Its `PrintStream` is what serialises the threads that write.
final class StrayLines extends OutputStream {

    private final Logger log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    /// A log that goes to the console, as before the file is open, comes back here.
    private boolean logging;

    private StrayLines(Logger log) {
        this.log = log;
    }

    /// Takes `System.out` and `System.err` away from everybody; who may write there has the streams already.
    static void collect() {
        System.setOut(
                new PrintStream(new StrayLines(Logger.getLogger("seonmul.stdout")), true, StandardCharsets.UTF_8));
        System.setErr(
                new PrintStream(new StrayLines(Logger.getLogger("seonmul.stderr")), true, StandardCharsets.UTF_8));
    }

    @Override
    public void write(int b) {
        if (b != '\n') {
            line.write(b);
        } else {
            String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (!logging) {
                logging = true;
                log.warning(text);
                logging = false;
            }
        }
    }
}
