// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/// One of the things that the program can be asked to do.
sealed interface Command permits MonitorCommand, SnapshotCommand, WatchCommand, ExchangeCommand {

    /// Does it, on the main thread, and returns when it is done.
    ///
    /// @throws CommandException if it cannot be done, with the line and exit code that say so
    /// @throws IOException if a file or port failed it; its message is for the user
    ExitCode run(Surroundings surroundings) throws CommandException, IOException, InterruptedException;

    /// What a command finds around it. Immutable.
    ///
    /// @param options the options that every command has
    /// @param folders where the user's files are
    /// @param stop the wish that it ends
    /// @param out for results
    /// @param err for errors and remarks, one line each
    /// @param environment the process's variables
    /// @param vault where this user's keys are kept
    record Surroundings(
            ConnectionOptions options,
            AppFolders folders,
            StopSignal stop,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            KeyVault vault) {

        /// What to connect to.
        ///
        /// @throws CommandException (usage) if there are no keys, or options contradict themselves
        FeedSource source() throws CommandException {
            return FeedSource.of(options, environment, vault).orElseThrow(() -> FeedSource.noKeys(vault));
        }

        /// The products this user's monitor knows: the built-in ones and those of `products.csv` beside the settings.
        /// Why that file is left out, if it is, comes on stderr.
        Products products() {
            Products read = Products.in(folders.config());
            read.fault().ifPresent(this::remark);
            return read;
        }

        /// Says `line` on stderr.
        void remark(String line) {
            err.println("seonmul: " + line);
        }
    }
}
