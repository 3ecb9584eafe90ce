// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The rotating log file: all that is logged goes there and nowhere else, so that an error on the console is one line.
///
/// At most [#FILES] files of [#BYTES] bytes; a second process writes into files of its own.
final class LogFile implements AutoCloseable {

    private static final int FILES = 4;
    private static final int BYTES = 2_000_000;

    private final Path folder;
    private final Optional<Handler> file;

    private LogFile(Path folder, Optional<Handler> file) {
        this.folder = folder;
        this.file = file;
    }

    /// Takes the console's handlers away and opens the file in `folder`, which is made if needed; where that fails
    /// nothing is logged at all, since a monitor without a log is better than none.
    ///
    /// @param remark prints a line on stderr, once, if the log cannot be written later; any thread
    static LogFile open(Path folder, Consumer<String> remark) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.INFO);
        try {
            Files.createDirectories(folder);
            String pattern = folder.toString().replace("%", "%%") + "/seonmul-%u.%g.log";
            FileHandler handler = new FileHandler(pattern, BYTES, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new Lines());
            AtomicBoolean remarked = new AtomicBoolean();
            handler.setErrorManager(new ErrorManager() {
                @Override
                public void error(@Nullable String message, @Nullable Exception cause, int code) {
                    if (!remarked.getAndSet(true)) {
                        remark.accept("the log in " + folder + " is not complete: "
                                + (cause == null ? message : cause.getMessage()));
                    }
                }
            });
            root.addHandler(handler);
            return new LogFile(folder, Optional.of(handler));
        } catch (IOException e) {
            remark.accept("there is no log: it could not be opened in " + folder + ": " + e.getMessage());
            return new LogFile(folder, Optional.empty());
        }
    }

    /// What to tell a user who looks for details: where they are, or that there are none.
    String hint() {
        return file.isPresent() ? "details are in " + folder : "the log could not be opened in " + folder;
    }

    /// Writes out and closes; what is logged from now on is lost.
    @Override
    public void close() {
        file.ifPresent(handler -> {
            Logger.getLogger("").removeHandler(handler);
            handler.close();
        });
    }

    /// One line a record, then the stack trace if it has one.
    private static final class Lines extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT)
                .withZone(ZoneId.systemDefault());

        @Override
        public String format(LogRecord line) {
            StringBuilder text = new StringBuilder()
                    .append(TIME.format(line.getInstant()))
                    .append(' ')
                    .append(line.getLevel().getName())
                    .append(' ')
                    .append(line.getLoggerName())
                    .append(": ")
                    .append(formatMessage(line))
                    .append(System.lineSeparator());
            Throwable thrown = line.getThrown();
            if (thrown != null) {
                appendTrace(text, thrown);
            }
            return text.toString();
        }

        private static void appendTrace(StringBuilder text, Throwable thrown) {
            java.io.StringWriter trace = new java.io.StringWriter();
            thrown.printStackTrace(new java.io.PrintWriter(trace));
            text.append(trace);
        }
    }
}
