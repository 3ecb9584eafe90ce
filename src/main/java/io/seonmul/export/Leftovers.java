// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The temporary files `.NAME.UUID.tmp` of [AtomicFile]: their names, and the removal of those that a killed process
/// left. No state; any thread.
///
/// The UUID carries a mark of this monitor and the number of the process that writes. A file with the mark whose
/// process
/// is gone is removed; one without, as earlier versions made them, only beside its `NAME` and an hour after.
final class Leftovers {

    private static final Logger LOG = Logger.getLogger(Leftovers.class.getName());

    /// What the UUID of every such file begins with; the other bits of that half are the version, 8, and chance.
    private static final String MARK = "5e021a5e";

    private static final Duration OLD = Duration.ofHours(1);
    private static final Pattern OURS =
            Pattern.compile("\\..+\\.(" + MARK + "-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\\.tmp");
    private static final Pattern UNMARKED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.tmp");
    private static final int CHANCE_BITS = 14;
    private static final long PROCESS_BITS = 48;
    private static final long PROCESS_MASK = (1L << PROCESS_BITS) - 1;

    private Leftovers() {}

    /// A new name beside `target` for what this process writes.
    static Path aside(Path target) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        long most = (Long.parseLong(MARK, 16) << Integer.SIZE)
                | (chance.nextLong(1L << 16) << 16)
                | 0x8000
                | chance.nextLong(1L << 12);
        long process = ProcessHandle.current().pid() & PROCESS_MASK;
        long least = 0x8000_0000_0000_0000L | (chance.nextLong(1L << CHANCE_BITS) << PROCESS_BITS) | process;
        return target.resolveSibling("." + target.getFileName() + "." + new UUID(most, least) + ".tmp");
    }

    /// Removes, from the folder of `target`, the files of processes that are no more.
    ///
    /// @param now by which the age of a file without the mark is measured, as the file system measures
    static void remove(Path target, Instant now) {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ".*.tmp")) {
            for (Path file : found) {
                if (isLeft(file) || isOld(file, target, now)) {
                    Files.deleteIfExists(file);
                    LOG.log(Level.INFO, "removed what a process left that was killed: {0}", file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.FINE, e, () -> "not tidied: " + folder);
        }
    }

    private static boolean isLeft(Path file) {
        Matcher name = OURS.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && ProcessHandle.of(UUID.fromString(name.group(1)).getLeastSignificantBits() & PROCESS_MASK)
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static boolean isOld(Path file, Path target, Instant now) throws IOException {
        String before = "." + target.getFileName() + ".";
        String name = String.valueOf(file.getFileName());
        return name.startsWith(before)
                && UNMARKED.matcher(name.substring(before.length())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(OLD));
    }
}
