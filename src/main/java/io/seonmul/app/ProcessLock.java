// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A locked file by which one process at a time has something, with its number in it for the others.
///
/// The system gives the lock back when the process ends, however it ends. The file stays: to delete it would let two
/// processes lock two files of one name. Opened and closed by one thread at a time.
final class ProcessLock implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProcessLock.class.getName());
    /// Beyond what is written: on Windows nobody else could read a locked place.
    private static final long LOCKED_BYTE = 1L << 32;

    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /// What came of asking for the lock.
    sealed interface Claim {

        /// It is ours until it is closed.
        record Ours(ProcessLock lock) implements Claim {}

        /// Another process, or another place in this one, has it.
        ///
        /// @param pid its number, if it could be read
        record Taken(OptionalLong pid) implements Claim {}
    }

    /// Asks for the lock; does not wait.
    ///
    /// @throws IOException if the file cannot be made or locked at all
    static Claim claim(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            if (tryLock(channel).isEmpty()) {
                OptionalLong pid = readPid(channel);
                channel.close();
                return new Claim.Taken(pid);
            }
            writePid(channel);
            return new Claim.Ours(new ProcessLock(channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), ownerOnly);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // this very process has it
        }
    }

    private static OptionalLong readPid(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        channel.read(bytes, 0);
        String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// A full disk has no room for the number and keeps the lock nevertheless.
    private static void writePid(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the number of this process is not in its lock file", e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the lock file", e);
        }
    }
}
