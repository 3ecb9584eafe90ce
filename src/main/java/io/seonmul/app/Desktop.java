// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.export.SnapshotCsv;
import io.seonmul.export.SnapshotRow;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.MarketBoard;
import io.seonmul.session.AppKeys;
import io.seonmul.session.SessionService;
import io.seonmul.ui.fx.FramePump;
import io.seonmul.ui.main.FileNote;
import io.seonmul.ui.main.LimitPorts;
import io.seonmul.ui.main.MainPorts;
import io.seonmul.ui.main.MainWindow;
import io.seonmul.ui.main.SessionControl;
import io.seonmul.ui.main.UiSettings;
import io.seonmul.ui.settings.KeySafe;
import io.seonmul.ui.start.BusyWindow;
import io.seonmul.ui.start.StartWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.concurrent.Task;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The monitor with its window, put together by hand: source, feed, board, frame pump, window; closed in reverse.
///
/// The main thread calls [#run] and waits in it; what opens and closes the window is the FX thread's.
final class Desktop {

    private static final Logger LOG = Logger.getLogger(Desktop.class.getName());

    private final Command.Surroundings surroundings;
    private final Remembered remembered;
    private final Products products;
    private final Length length;
    private final boolean display;
    private final CompletableFuture<Optional<Shot>> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable Feed> feed = new AtomicReference<>();
    private final AtomicReference<@Nullable SessionHold> hold = new AtomicReference<>();
    private final AtomicReference<@Nullable LimitJournalFile> journal = new AtomicReference<>();
    private final ToneSpeaker speaker = new ToneSpeaker();
    private final AtomicBoolean showWished = new AtomicBoolean();
    private final MarketBoard board = new MarketBoard(this::wake);
    private volatile @Nullable FramePump pump;
    private @Nullable StartWindow start;
    private @Nullable MainWindow window;

    /// How long the window stays.
    ///
    /// @param time until it closes by itself; empty for as long as the user wants
    /// @param capture whether it is to be pictured then
    record Length(Optional<Duration> time, boolean capture) {}

    /// The window and the market at one moment. Immutable but for the image, which nobody changes.
    ///
    /// @param picture what the window showed
    /// @param rows the newest records
    record Shot(BufferedImage picture, List<SnapshotRow> rows) {}

    /// @param display whether there is somebody to ask
    Desktop(
            Command.Surroundings surroundings,
            Remembered remembered,
            Products products,
            Length length,
            boolean display) {
        this.surroundings = surroundings;
        this.remembered = remembered;
        this.products = products;
        this.length = length;
        this.display = display;
    }

    /// Starts the toolkit, shows the window and returns when it is closed.
    ///
    /// @param source what to connect to; without one the user is asked
    /// @return what was captured, if that was asked for
    /// @throws UnsupportedOperationException if the toolkit finds no display
    /// @throws CommandException if the window could not be opened
    Optional<Shot> run(Optional<FeedSource> source) throws CommandException, InterruptedException {
        Platform.startup(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(this::uncaught);
            Platform.setImplicitExit(false);
            source.ifPresentOrElse(this::open, this::ask);
        });
        surroundings.stop().onStop(() -> ended.complete(Optional.empty()));
        try {
            return ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandException known) {
                throw known;
            }
            throw CommandException.of(ExitCode.UNEXPECTED, e.getCause() == null ? e : e.getCause());
        } finally {
            Feed running = feed.get();
            if (running != null) {
                running.close();
            }
            LimitJournalFile kept = journal.get();
            if (kept != null) {
                kept.close();
            }
            speaker.close();
            SessionHold held = hold.get();
            if (held != null) {
                held.close();
            }
            if (!surroundings.stop().isStopping()) {
                // Of a process that goes down the toolkit has ended already, and would be waited for without end.
                Platform.exit();
            }
        }
    }

    /// The FX thread's root: a defect in one call does not end the window, but one before there is a window ends all.
    private void uncaught(Thread thread, Throwable defect) {
        LOG.log(Level.SEVERE, "unexpected on " + thread.getName(), defect);
        if (window == null) {
            ended.completeExceptionally(defect);
        }
    }

    private void wake() {
        FramePump current = pump;
        if (current != null) {
            current.wake();
        }
    }

    private void ask() {
        UiSettings settings = remembered.loaded();
        start = new StartWindow(new Stage(), settings.language(), settings.look(), this::chosen);
        start.show();
        StartWindow asking = start;
        KeptKeys.beside(
                surroundings.vault()::whereabouts,
                where -> {
                    if (where instanceof KeySafe.Whereabouts.Withheld) {
                        asking.keysWithheld();
                    }
                },
                failure -> LOG.log(Level.WARNING, "where the keys are cannot be found out", failure));
    }

    private void chosen(StartWindow.Choice choice) {
        switch (choice) {
            case StartWindow.Choice.Demo _ -> open(new FeedSource.Demo());
            case StartWindow.Choice.Keys keys -> useKeys(new AppKeys(keys.appKey(), keys.secret()));
            case StartWindow.Choice.Leave _ -> ended.complete(Optional.empty());
        }
    }

    private void useKeys(AppKeys keys) {
        KeptKeys.beside(
                () -> {
                    surroundings.vault().save(keys);
                    return surroundings.source();
                },
                this::open,
                failure -> {
                    if (start != null) {
                        start.complain(String.valueOf(failure.getMessage()));
                    }
                });
    }

    /// Opens the monitor if no other process holds the connection, or else asks what to do.
    private void open(FeedSource source) {
        switch (SessionHold.claim(source, surroundings.folders().state(), this::wishToShow)) {
            case SessionHold.Claim.Ours ours -> {
                hold.set(ours.hold());
                openHeld(source);
            }
            case SessionHold.Claim.Taken taken -> {
                if (display) {
                    askAboutTheOther(source, taken);
                } else {
                    ended.completeExceptionally(new CommandException(ExitCode.UNEXPECTED, taken.line()));
                }
            }
        }
    }

    private void askAboutTheOther(FeedSource source, SessionHold.Claim.Taken taken) {
        UiSettings settings = remembered.loaded();
        Stage stage = new Stage();
        BusyWindow asking = new BusyWindow(
                stage,
                settings.language(),
                settings.look(),
                taken.pid(),
                new BusyWindow.Decisions(
                        taken::showHolder,
                        () -> SessionHold.claim(source, surroundings.folders().state(), this::wishToShow)
                                        instanceof SessionHold.Claim.Ours ours
                                && take(ours),
                        () -> {
                            stage.close();
                            openHeld(source);
                        },
                        () -> ended.complete(Optional.empty())));
        asking.show();
        if (start != null) {
            start.close();
        }
    }

    private boolean take(SessionHold.Claim.Ours ours) {
        hold.set(ours.hold());
        return true;
    }

    /// Another start wishes to see this window. Any thread.
    ///
    /// @return whether there is one that a person sees
    private boolean wishToShow() {
        if (!display || pump == null) {
            return false;
        }
        showWished.set(true);
        wake();
        return true;
    }

    /// Takes new keys into use, unless another process has their connection.
    private boolean use(FeedSource source, Feed running, AppKeys keys) {
        if (!(source instanceof FeedSource.Server server)) {
            return false;
        }
        FeedSource.Server next = new FeedSource.Server(server.restUrl(), server.wsUrl(), server.customer(), keys);
        SessionHold before = hold.get();
        if (before != null && before.covers(next)) {
            return running.use(keys);
        }
        if (!(SessionHold.claim(next, surroundings.folders().state(), this::wishToShow)
                instanceof SessionHold.Claim.Ours ours)) {
            return false;
        }
        boolean used = running.use(keys);
        SessionHold done = used ? before : ours.hold();
        if (used) {
            hold.set(ours.hold());
        }
        if (done != null) {
            done.close();
        }
        return used;
    }

    /// Starts servers and session beside the FX thread, then shows the window.
    private void openHeld(FeedSource source) {
        FramePump newPump = new FramePump(this::onFrame);
        pump = newPump;
        boolean demo = source instanceof FeedSource.Demo;
        UiSettings loaded =
                start == null ? remembered.loaded() : remembered.loaded().withLanguage(start.language());
        UiSettings settings = withCodes(loaded, demo);
        Task<Feed> opening = new Task<>() {
            @Override
            protected Feed call() throws IOException {
                SessionService.Listeners listeners = new SessionService.Listeners(newPump::wake, event -> {});
                List<InstrumentCode> depth = settings.codes().stream()
                        .filter(settings.watchlist()::wantsDepth)
                        .toList();
                Feed opened = Feed.open(source, products.table(), board, listeners, settings.codes(), depth);
                feed.set(opened);
                journal.set(LimitJournalFile.open(
                        surroundings.folders().state(), demo ? "limits-demo" : "limits", InstantSource.system()));
                return opened;
            }
        };
        opening.setOnSucceeded(event -> show(opening.getValue(), newPump, settings, source));
        opening.setOnFailed(event -> ended.completeExceptionally(opening.getException()));
        Thread.ofPlatform().name("seonmul-open").start(opening);
    }

    /// The demo shows its own market where the user watches nothing yet.
    private static UiSettings withCodes(UiSettings settings, boolean demo) {
        List<InstrumentCode> codes = demo && settings.codes().isEmpty()
                ? ExchangeOptions.today(InstantSource.system()).build().codes()
                : settings.codes();
        Optional<InstrumentCode> selected = settings.selected()
                .filter(codes::contains)
                .or(() -> codes.stream().findFirst());
        return settings.withCodes(codes, selected);
    }

    private void show(Feed running, FramePump runningPump, UiSettings settings, FeedSource source) {
        Stage stage = new Stage();
        MainPorts ports = new MainPorts(
                board,
                SessionControl.of(running.session(), runningPump::toFrame),
                products.table(),
                file -> SnapshotCsv.write(
                        file, SnapshotRows.of(running.session().status(), board)),
                new KeptKeys(surroundings.environment(), surroundings.vault(), keys -> use(source, running, keys)),
                InstantSource.system(),
                source instanceof FeedSource.Demo,
                runningPump::wake,
                limitPorts(),
                fileNotes());
        MainWindow shown = new MainWindow(stage, ports, settings);
        // Kept at once, so that a disk that refuses is known from the beginning and not by what it loses.
        remembered.keep(settings);
        shown.settingsProperty().addListener((property, before, now) -> remembered.keep(now));
        stage.setOnCloseRequest(event -> close(shown, runningPump, Optional.empty()));
        window = shown;
        if (start != null) {
            start.close();
        }
        shown.show();
        remembered.begin();
        LOG.info("the window is shown");
        runningPump.wake();
        length.time().ifPresent(time -> {
            PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) time.toMillis()));
            pause.setOnFinished(event ->
                    close(shown, runningPump, length.capture() ? Optional.of(shot(stage, running)) : Optional.empty()));
            pause.play();
        });
    }

    private Supplier<Optional<FileNote>> fileNotes() {
        Queue<FileNote> known = new ArrayDeque<>();
        products.fault().ifPresent(fault -> known.add(new FileNote(FileNote.Kind.PRODUCTS_LEFT_OUT, fault)));
        return () -> Optional.ofNullable(known.poll()).or(remembered::takeNote);
    }

    private LimitPorts limitPorts() {
        LimitJournalFile opened = Objects.requireNonNull(journal.get(), "opened with the feed");
        return new LimitPorts(
                opened,
                speaker::play,
                () -> speaker.takeFailure()
                        .map(reason -> new LimitPorts.Trouble(LimitPorts.Trouble.Kind.NO_SOUND, reason))
                        .or(opened::takeTrouble));
    }

    private void onFrame() {
        if (window != null) {
            window.onFrame();
            if (showWished.getAndSet(false)) {
                window.toFront();
            }
        }
    }

    private Shot shot(Stage stage, Feed running) {
        onFrame();
        return new Shot(
                Picture.of(stage.getScene()), SnapshotRows.of(running.session().status(), board));
    }

    private void close(MainWindow shown, FramePump runningPump, Optional<Shot> shot) {
        remembered.keep(shown.remember());
        window = null;
        shown.close();
        runningPump.close();
        ended.complete(shot);
    }
}
