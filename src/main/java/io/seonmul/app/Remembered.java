// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.ExportException;
import io.seonmul.ui.main.FileNote;
import io.seonmul.ui.main.UiSettings;
import io.seonmul.ui.main.WriteFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What the window remembers, on its way to the settings file: kept on a thread of its own, the newest only.
///
/// One process at a time has the file, by a lock beside it; another one reads it and keeps nothing until the first is
/// closed, and never what would undo a change of the first. What cannot be written is tried again every [#RETRY].
/// Either is said once, on stderr and in the window, and so is its end. [#keep] may be called from any thread and does
/// not wait for the disk; [#close] does.
final class Remembered implements AutoCloseable {

    /// How long after a failure it is tried again.
    static final Duration RETRY = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Remembered.class.getName());
    private static final String WINDOW = "window";
    private static final long PATIENCE_SECONDS = 3;

    private final SettingsStore store;
    private final Consumer<String> remark;
    private final Duration retry;
    private final UiSettings loaded;
    private final Optional<String> warning;
    private final AtomicReference<@Nullable UiSettings> newest = new AtomicReference<>();
    private final Queue<FileNote> notes = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor disk = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("settings").daemon().factory());
    /// The constructor's, then the disk thread's own, as is the rest.
    private Access access;

    private Optional<FileNote.Kind> trouble = Optional.empty();
    private boolean retrying;

    /// Whether this process may write the file.
    private sealed interface Access {
        /// It may: the lock is ours, or there can be none.
        record Ours(Optional<ProcessLock> lock) implements Access {}

        /// Another process has the lock.
        record Elsewhere(OptionalLong pid) implements Access {}

        /// Another process had it and changed the file.
        record Superseded() implements Access {}
    }

    /// Reads what was kept in `store`.
    ///
    /// @param remark prints a line on stderr; any thread
    Remembered(SettingsStore store, Consumer<String> remark) {
        this(store, remark, RETRY);
    }

    Remembered(SettingsStore store, Consumer<String> remark, Duration retry) {
        this.store = store;
        this.remark = remark;
        this.retry = retry;
        disk.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.access = claim();
        SettingsStore.Loaded found = store.load();
        this.warning = found.warning();
        this.loaded = found.values().get(WINDOW) instanceof Map<?, ?> tree
                ? RecordTree.read(tree, UiSettings.DEFAULT)
                : UiSettings.DEFAULT;
        warning.ifPresent(text -> notes.add(new FileNote(FileNote.Kind.SETTINGS_UNREADABLE, text)));
    }

    private Access claim() {
        Path file = store.path();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return switch (ProcessLock.claim(file.resolveSibling(file.getFileName() + ".lock"))) {
                case ProcessLock.Claim.Ours(ProcessLock lock) -> new Access.Ours(Optional.of(lock));
                case ProcessLock.Claim.Taken(OptionalLong pid) -> new Access.Elsewhere(pid);
            };
        } catch (IOException e) {
            LOG.log(Level.INFO, e, () -> "no lock beside " + file);
            return new Access.Ours(Optional.empty());
        }
    }

    /// What the last run kept; the defaults at the first start.
    UiSettings loaded() {
        return loaded;
    }

    /// What the user should know if the file could not be read.
    Optional<String> warning() {
        return warning;
    }

    /// What there is to know since the last call, one at a time. Any thread.
    Optional<FileNote> takeNote() {
        return Optional.ofNullable(notes.poll());
    }

    /// A window is shown, whose settings may be another's.
    void begin() {
        disk.execute(() -> {
            if (access instanceof Access.Elsewhere elsewhere) {
                report(elsewhere);
            }
        });
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
        if (access instanceof Access.Elsewhere) {
            access = takeOver();
        }
        switch (access) {
            case Access.Ours _ -> save(settings);
            case Access.Elsewhere elsewhere -> {
                report(elsewhere);
                again(settings);
            }
            case Access.Superseded _ ->
                report(
                        new FileNote(
                                FileNote.Kind.SETTINGS_SUPERSEDED, store.path().toString()),
                        "another seonmul changed the settings in " + store.path()
                                + " before it ended; those of this window are not kept");
        }
    }

    private Access takeOver() {
        Access claimed = claim();
        if (claimed instanceof Access.Ours(Optional<ProcessLock> lock) && !store.isUntouched()) {
            lock.ifPresent(ProcessLock::close);
            return new Access.Superseded();
        }
        return claimed;
    }

    private void save(UiSettings settings) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(WINDOW, RecordTree.of(settings));
        try {
            store.save(tree);
            if (trouble.isPresent()) {
                trouble = Optional.empty();
                notes.add(new FileNote(
                        FileNote.Kind.SETTINGS_KEPT_AGAIN, store.path().toString()));
                remark.accept("the settings are kept again in " + store.path());
            }
        } catch (IOException e) {
            LOG.log(trouble.isPresent() ? Level.FINE : Level.WARNING, "the settings are not kept", e);
            String why = String.valueOf(e.getMessage());
            Optional<WriteFailure> failure =
                    e instanceof ExportException known ? Optional.of(WriteFailure.of(known)) : Optional.empty();
            report(
                    new FileNote(FileNote.Kind.SETTINGS_NOT_KEPT, why, failure),
                    "the settings are not kept: " + why + "; it is tried again every " + retry.toSeconds() + " s");
            again(settings);
        }
    }

    private void report(Access.Elsewhere elsewhere) {
        String who = elsewhere.pid().isPresent()
                ? "pid " + elsewhere.pid().getAsLong()
                : store.path().toString();
        report(
                new FileNote(FileNote.Kind.SETTINGS_ELSEWHERE, who),
                "another seonmul (" + who + ") keeps the settings in " + store.path()
                        + "; changes in this window are kept only when that one is closed unchanged");
    }

    /// Reports a trouble that was not there before.
    private void report(FileNote note, String line) {
        if (trouble.isEmpty() || trouble.get() != note.kind()) {
            trouble = Optional.of(note.kind());
            notes.add(note);
            remark.accept(line);
        }
    }

    private void again(UiSettings settings) {
        newest.compareAndSet(null, settings);
        if (!retrying && !disk.isShutdown()) {
            retrying = true;
            ScheduledFuture<?> _ = disk.schedule(
                    () -> {
                        retrying = false;
                        write();
                    },
                    retry.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /// Waits until the newest settings are on the disk, a few seconds at most.
    @Override
    public void close() {
        if (disk.isShutdown()) {
            return;
        }
        disk.execute(() -> {
            write();
            if (access instanceof Access.Ours(Optional<ProcessLock> lock)) {
                lock.ifPresent(ProcessLock::close);
            }
        });
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
