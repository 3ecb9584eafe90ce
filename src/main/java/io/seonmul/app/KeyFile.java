// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.AtomicFile;
import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The keys in a file apart from the settings that only its owner may open (`rw-------` where the system has such).
///
/// The text in it is not encrypted: a key to it would have to lie beside it.
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER_OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve("keys.json");
    }

    /// The keys; empty if there is no such file.
    ///
    /// @throws IOException if there is one and it cannot be read, with a message for the user
    Optional<AppKeys> load() throws IOException {
        AtomicFile.tidy(file, Instant.now());
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("cannot read the keys in " + file + ": " + e, e);
        }
        return Optional.of(KeyText.parse(text)
                .orElseThrow(() ->
                        new IOException("the keys in " + file + " cannot be read; delete it and enter them again")));
    }

    /// Keeps `keys` in the place of any before.
    ///
    /// @throws IOException if they cannot be kept, with a message for the user
    void save(AppKeys keys) throws IOException {
        byte[] text = (KeyText.of(keys) + "\n").getBytes(StandardCharsets.UTF_8);
        Path folder = file.toAbsolutePath().getParent();
        if (hasPosix()) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_OWNER_ONLY));
        } else {
            Files.createDirectories(folder);
        }
        AtomicFile.write(
                file,
                out -> out.write(text),
                hasPosix()
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                        : new FileAttribute<?>[0]);
    }

    /// Removes the file, if it is there.
    ///
    /// @throws IOException if it is still there, with a message for the user
    void forget() throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IOException(file + " cannot be deleted: " + e, e);
        }
    }

    /// Where it is.
    Path path() {
        return file;
    }

    private boolean hasPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
