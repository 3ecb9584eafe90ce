// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The name under which a window keeps its journal, which no other window of the same home uses meanwhile. Opened and
/// closed by one thread at a time.
///
/// Two windows that wrote one file would number their events alike, and what is noted on one would be noted on another.
///
/// @param text the beginning of the files' names
/// @param lock holds it; empty where the folder cannot hold a lock
record JournalName(String text, Optional<ProcessLock> lock) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JournalName.class.getName());
    private static final int MOST_WINDOWS = 16;

    /// The first of `wanted`, `wanted-2`, `wanted-3` and so on that is free: a window alone has always the first.
    static JournalName claim(Path folder, String wanted) {
        String name = wanted;
        try {
            Files.createDirectories(folder);
            for (int window = 2; window <= MOST_WINDOWS; window++) {
                switch (ProcessLock.claim(folder.resolve(name + ".lock"))) {
                    case ProcessLock.Claim.Ours(ProcessLock lock) -> {
                        return new JournalName(name, Optional.of(lock));
                    }
                    case ProcessLock.Claim.Taken _ -> name = wanted + "-" + window;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "no lock in " + folder + ": a second window may write the same journal");
        }
        return new JournalName(name, Optional.empty());
    }

    @Override
    public void close() {
        lock.ifPresent(ProcessLock::close);
    }
}
