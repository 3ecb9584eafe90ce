// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.export.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The settings file `settings.json`: a tree of plain values, in which what this version does not know is kept.
///
/// It holds no secret. One thread at a time; both methods block for as long as the disk takes.
final class SettingsStore {

    private static final Logger LOG = Logger.getLogger(SettingsStore.class.getName());
    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private static final byte[] NOTHING = {};

    private final Path file;
    private Map<String, @Nullable Object> stored = Map.of();
    private byte[] found = NOTHING;
    /// Whether there is a file that could neither be read nor put aside yet.
    private boolean unread;

    SettingsStore(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    /// What [#load] found.
    ///
    /// @param values the tree; empty at the first start
    /// @param warning what the user should know, if the file could not be used
    record Loaded(Map<String, Object> values, Optional<String> warning) {}

    /// Reads the file. One that cannot be read as settings is put aside as `settings.json.bad`, never overwritten.
    Loaded load() {
        AtomicFile.tidy(file, Instant.now());
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Loaded(Map.of(), Optional.empty());
        } catch (IOException e) {
            return unusable(e);
        }
        found = bytes;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            @Nullable Map<String, Object> tree = JSON.std.mapFrom(Utf8.unmarked(text));
            if (tree != null) {
                stored = tree;
                return new Loaded(tree, Optional.empty());
            }
            return unusable(new IOException("no JSON object"));
        } catch (IOException e) {
            return unusable(e);
        }
    }

    private Loaded unusable(IOException cause) {
        LOG.log(Level.WARNING, cause, () -> "cannot read " + file);
        String kept;
        try {
            kept = "it is kept as " + putAside().getFileName();
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "cannot move " + file);
            unread = true;
            kept = "it could not be put aside and stays as it is";
        }
        return new Loaded(
                Map.of(), Optional.of("the settings in " + file + " cannot be read; " + kept + ", defaults are used"));
    }

    /// Moves the file out of the way, to a name that is free: an earlier one put aside stays too.
    private Path putAside() throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".bad");
        for (int number = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); number++) {
            aside = file.resolveSibling(file.getFileName() + ".bad." + number);
        }
        Files.move(file, aside);
        found = NOTHING;
        return aside;
    }

    /// Whether the file is as this store read or wrote it last; if not, another process or the user wrote it.
    boolean isUntouched() {
        try {
            return Arrays.equals(Files.readAllBytes(file), found);
        } catch (NoSuchFileException e) {
            return found.length == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Where it is.
    Path path() {
        return file;
    }

    /// Writes `values` over what was stored: a key that `values` does not have stays, at every depth.
    ///
    /// @throws io.seonmul.export.ExportException if the file could not be written; the old one is then untouched
    void save(Map<String, @Nullable Object> values) throws IOException {
        Map<String, @Nullable Object> merged = merge(stored, values);
        byte[] text = (PRETTY.asString(merged) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (unread) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                putAside();
            }
            unread = false;
        }
        AtomicFile.write(file, out -> out.write(text));
        stored = merged;
        found = text;
    }

    private static Map<String, @Nullable Object> merge(Map<?, ?> old, Map<String, @Nullable Object> now) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        old.forEach((key, value) -> merged.put(String.valueOf(key), value));
        now.forEach((key, value) -> {
            if (value instanceof Map<?, ?> tree && merged.get(key) instanceof Map<?, ?> before) {
                Map<String, @Nullable Object> branch = new LinkedHashMap<>();
                tree.forEach((name, leaf) -> branch.put(String.valueOf(name), leaf));
                merged.put(key, merge(before, branch));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }
}
