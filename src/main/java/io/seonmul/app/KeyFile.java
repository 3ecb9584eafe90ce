// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.export.AtomicFile;
import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys in a file apart from the settings that only its owner may open (`rw-------` where the system has such).
///
/// The text in it is not encrypted: a key to it would have to lie beside it.
final class KeyFile implements KeyVault {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> FOLDER_OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve("keys.json");
    }

    @Override
    public Optional<AppKeys> load() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException("cannot read the keys in " + file + ": " + e, e);
        }
        return Optional.of(parse(text));
    }

    /// The parser's own message is not passed on: it may quote the text, and with it a secret.
    private AppKeys parse(String text) throws IOException {
        @Nullable Map<String, Object> json;
        try {
            json = JSON.std.mapFrom(text);
        } catch (IOException e) {
            json = null;
        }
        if (json != null
                && json.get("appKey") instanceof String key
                && json.get("appSecret") instanceof String secret
                && !key.isBlank()
                && !secret.isBlank()) {
            return new AppKeys(key, secret);
        }
        throw new IOException("the keys in " + file + " cannot be read; delete it and enter them again");
    }

    @Override
    public void save(AppKeys keys) throws IOException {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("appKey", keys.appKey());
        json.put("appSecret", keys.appSecret());
        byte[] text = (JSON.std.asString(json) + "\n").getBytes(StandardCharsets.UTF_8);
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

    @Override
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public KeySafe.Whereabouts whereabouts() {
        return Files.exists(file)
                ? new KeySafe.Whereabouts.OwnerOnlyFile(file.toString())
                : new KeySafe.Whereabouts.Nowhere();
    }

    private boolean hasPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
