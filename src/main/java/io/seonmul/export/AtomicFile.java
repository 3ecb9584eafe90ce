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
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Writes a file so that at every moment either the old or the whole new one is there, a loss of power included.
///
/// The content goes to a temporary file in the same folder, is forced to the disk and then moved into place. Any
/// thread; it blocks for as long as the disk takes.
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
    /// @param attributes what the file is created with, such as its permissions
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written; `file` is then as it was, and no temporary file is left
    public static Path write(Path file, Content content, FileAttribute<?>... attributes) throws ExportException {
        Path absolute = file.toAbsolutePath().normalize();
        try {
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

    private static void writeAside(Path target, Content content, FileAttribute<?>... attributes) throws IOException {
        Path name = target.getFileName();
        if (name == null) {
            throw new AccessDeniedException(target.toString());
        }
        Path aside = target.resolveSibling("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            removeAside(aside, e);
            throw e;
        }
        forceFolder(target);
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
