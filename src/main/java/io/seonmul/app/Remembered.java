// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.ui.main.UiSettings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What the window remembers, on its way to the settings file: kept on a thread of its own, the newest only.
///
/// [#keep] may be called from any thread and does not wait for the disk; [#close] does.
final class Remembered implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Remembered.class.getName());
    private static final String WINDOW = "window";
    private static final long PATIENCE_SECONDS = 3;

    private final SettingsStore store;
    private final UiSettings loaded;
    private final Optional<String> warning;
    private final AtomicReference<@Nullable UiSettings> newest = new AtomicReference<>();
    private final ExecutorService disk = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("settings").daemon().factory());

    /// Reads what was kept in `store`.
    Remembered(SettingsStore store) {
        this.store = store;
        SettingsStore.Loaded found = store.load();
        this.warning = found.warning();
        this.loaded = found.values().get(WINDOW) instanceof Map<?, ?> tree
                ? RecordTree.read(tree, UiSettings.DEFAULT)
                : UiSettings.DEFAULT;
    }

    /// What the last run kept; the defaults at the first start.
    UiSettings loaded() {
        return loaded;
    }

    /// What the user should know if the file could not be read.
    Optional<String> warning() {
        return warning;
    }

    /// Keeps `settings`; of several in a row the newest.
    void keep(UiSettings settings) {
        if (newest.getAndSet(settings) == null) {
            disk.execute(this::write);
        }
    }

    private void write() {
        UiSettings settings = newest.getAndSet(null);
        if (settings == null) {
            return;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(WINDOW, RecordTree.of(settings));
        try {
            store.save(tree);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the settings are not kept", e);
        }
    }

    /// Waits until the newest settings are on the disk, a few seconds at most.
    @Override
    public void close() {
        disk.shutdown();
        try {
            if (!disk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("the settings take too long to be kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
