// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.export.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private final Path file;
    private Map<String, @Nullable Object> stored = Map.of();

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
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return new Loaded(Map.of(), Optional.empty());
        } catch (IOException e) {
            return unusable(e);
        }
        try {
            @Nullable Map<String, Object> tree = JSON.std.mapFrom(text);
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
        Path aside = file.resolveSibling(file.getFileName() + ".bad");
        String kept;
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            kept = "it is kept as " + aside.getFileName();
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "cannot move " + file);
            kept = "it could not be put aside";
        }
        return new Loaded(
                Map.of(), Optional.of("the settings in " + file + " cannot be read; " + kept + ", defaults are used"));
    }

    /// Writes `values` over what was stored: a key that `values` does not have stays, at every depth.
    ///
    /// @throws io.seonmul.export.ExportException if the file could not be written; the old one is then untouched
    void save(Map<String, @Nullable Object> values) throws IOException {
        Map<String, @Nullable Object> merged = merge(stored, values);
        byte[] text = (PRETTY.asString(merged) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> out.write(text));
        stored = merged;
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
