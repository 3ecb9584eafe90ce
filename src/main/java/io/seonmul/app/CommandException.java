// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

/// The end of a command that could not do what it was asked: an exit code and the one line that says why.
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /// @param message one complete line without the program's name
    CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /// @param cause goes to the log file
    CommandException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// The failure that `cause` tells in its own words.
    static CommandException of(ExitCode exitCode, Throwable cause) {
        String message = cause.getMessage();
        return new CommandException(exitCode, message == null ? cause.toString() : message, cause);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
