// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Writes a file so that at every moment either the old or the whole new one is there, a loss of power included.
///
/// The content goes to a temporary file in the same folder, is forced to the disk and then moved into place, with the
/// permissions and the group of what was there. What a process that was killed left behind is removed by the next
/// write in that folder ([Leftovers]). Something that is no plain file, such as a pipe, a device or `/dev/stdout`, is
/// written through. Any thread; it blocks for as long as the disk or the reader takes.
public final class AtomicFile {

    private static final Logger LOG = Logger.getLogger(AtomicFile.class.getName());

    private AtomicFile() {}

    /// What is to be written.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it to `out`, which the caller closes.
        void writeTo(OutputStream out) throws IOException;
    }

    /// Puts `content` into `file`; a symbolic link is followed, so that the file it leads to is replaced.
    ///
    /// @param attributes what the file is created with, such as its permissions; without any, those of before stay
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written; `file` is then as it was, and no temporary file is left
    public static Path write(Path file, Content content, FileAttribute<?>... attributes) throws ExportException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Optional<Passage> passage = Passage.at(absolute);
            if (passage.isPresent()) {
                passage.get().write(content);
                return absolute;
            }
            Path target = Files.exists(absolute) ? absolute.toRealPath() : absolute;
            if (Files.isDirectory(target)) {
                throw new ExportException(
                        ExportException.Reason.FILE_IS_A_FOLDER, absolute, new IOException("is a folder"));
            }
            writeAside(target, content, attributes);
            return absolute;
        } catch (ExportException e) {
            throw e;
        } catch (IOException e) {
            throw new ExportException(reason(absolute, e), absolute, e);
        }
    }

    /// Whether `file` is something to write through, such as a pipe or this process's own output, and no plain file.
    public static boolean isPassage(Path file) {
        return Passage.at(file.toAbsolutePath().normalize()).isPresent();
    }

    /// Removes what killed processes left when they wrote `file` or another one in its folder.
    public static void tidy(Path file, Instant now) {
        Leftovers.remove(file.toAbsolutePath().normalize(), now);
    }

    private static void writeAside(Path target, Content content, FileAttribute<?>... attributes) throws IOException {
        if (target.getFileName() == null || (Files.exists(target) && !Files.isWritable(target))) {
            throw new AccessDeniedException(target.toString());
        }
        Path aside = Leftovers.aside(target);
        try {
            try (FileChannel channel = FileChannel.open(
                            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = Channels.newOutputStream(channel)) {
                if (attributes.length == 0) {
                    keepMode(target, aside);
                }
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Instant now = Files.getLastModifiedTime(aside).toInstant();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            Leftovers.remove(target, now);
        } catch (Throwable e) {
            removeAside(aside, e);
            throw e;
        }
        forceFolder(target);
    }

    /// Gives `aside` the group and permissions of `target`, where the system has such and lets the user give them.
    private static void keepMode(Path target, Path aside) {
        try {
            PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            PosixFileAttributeView now = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
            if (old != null && now != null && Files.exists(target)) {
                PosixFileAttributes before = old.readAttributes();
                if (!before.group().equals(now.readAttributes().group())) {
                    now.setGroup(before.group());
                }
                now.setPermissions(before.permissions());
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "group or permissions not kept: " + target);
        }
    }

    private static void removeAside(Path aside, Throwable cause) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Makes the move itself durable where the system knows how; Windows cannot open a folder and needs none of it.
    private static void forceFolder(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(Level.FINE, "folder not forced to disk: " + folder, e);
        }
    }

    private static ExportException.Reason reason(Path file, IOException e) {
        Path folder = file.getParent();
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded")) {
            return ExportException.Reason.DISK_FULL;
        } else if (folder != null && Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            return ExportException.Reason.FOLDER_IS_A_FILE;
        } else if (e instanceof NoSuchFileException || (folder != null && Files.notExists(folder))) {
            return ExportException.Reason.NO_FOLDER;
        } else if (e instanceof AccessDeniedException || message.contains("read-only file system")) {
            return ExportException.Reason.NOT_ALLOWED;
        }
        return ExportException.Reason.FAILED;
    }
}
