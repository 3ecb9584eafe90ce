// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.export.LimitLogCsv;
import io.seonmul.export.LimitLogRow;
import io.seonmul.export.TradesCsv;
import io.seonmul.market.AlertRule;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.SecondPulse;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertRulesViewModel;
import io.seonmul.ui.limits.LimitDesk;
import io.seonmul.ui.limits.LimitLog;
import io.seonmul.ui.settings.SettingsViewModel;
import io.seonmul.ui.timesales.TradesViewModel;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The monitor's window, from [#show] to [#close]. FX thread only.
///
/// It outlives its content: a change of language makes views and view models anew and shows them the newest figures.
/// The session already watches the codes of the settings it is given.
public final class MainWindow implements AutoCloseable {

    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 680;

    private final Stage stage;
    private final MainPorts ports;
    private final BiFunction<Stage, Words, Optional<Path>> askForFile;
    private final Scene scene;
    private final SecondPulse pulse = new SecondPulse(this::second);
    private final ReadOnlyObjectWrapper<UiSettings> settings;
    private final Dialogs dialogs;
    private final LimitDesk limits;
    private final LimitTelling telling;
    private final HealthWindow health;
    private @Nullable MainViewModel model;
    private @Nullable MainView view;

    /// @param stage where it is shown; not shown yet
    public MainWindow(Stage stage, MainPorts ports, UiSettings settings) {
        this(stage, ports, settings, (owner, words) -> chooseFile(owner, words, ports));
    }

    /// @param askForFile asks the user where to write a snapshot
    MainWindow(Stage stage, MainPorts ports, UiSettings settings, BiFunction<Stage, Words, Optional<Path>> askForFile) {
        this.stage = stage;
        this.ports = ports;
        this.askForFile = askForFile;
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.dialogs = new Dialogs(stage);
        this.limits = new LimitDesk(
                new LimitLog(ports.limits().journal(), ports.clock(), this::tell),
                settings.alerts(),
                new LimitDesk.Actions(() -> run(Command.ALERTS), this::exportLog));
        this.telling = new LimitTelling(ports.limits().sound(), this::tellDesktop);
        ports.session().alerts(rules(settings));
        limits.settingsProperty()
                .addListener((property, before, now) ->
                        this.settings.set(this.settings.get().withAlerts(now)));
        this.settings.addListener((property, before, now) -> {
            if (!rules(before).equals(rules(now))) {
                ports.session().alerts(rules(now));
            }
        });
        this.health = new HealthWindow(
                ports.clock(),
                this::pressed,
                bounds -> this.settings.set(this.settings.get().withHealth(bounds)),
                ports.session()::toFrame);
        Dimension2D size = WindowPlace.size(settings.window());
        this.scene = new Scene(new Group(), size.getWidth(), size.getHeight());
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        // Filters, not accelerators: lists and fields would take some of the keys for themselves.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        build();
    }

    /// What shall be remembered, as it is now; it changes with what the user does, but for window and dividers, which
    /// are read by [#remember].
    public ReadOnlyObjectProperty<UiSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Shows the window where it stood.
    public void show() {
        settings.get().window().filter(WindowPlace::isOnAScreen).ifPresent(bounds -> WindowPlace.put(stage, bounds));
        stage.show();
        if (view != null) {
            // Dividers keep their place only once they have a width to be a fraction of.
            view.setDividers(dividers());
        }
        pulse.start();
    }

    /// Takes over what changed since the last frame; called by the frame pump.
    public void onFrame() {
        if (model != null && model.onFrame()) {
            ports.wake().run();
        }
    }

    /// The settings with window and dividers as they stand now, to be kept when the window closes.
    public UiSettings remember() {
        health.remember();
        if (view != null) {
            settings.set(settings.get()
                    .withDividers(view.dividers())
                    .withWindow(WindowPlace.of(stage, settings.get().window())));
        }
        return settings.get();
    }

    /// Stops the clock and closes the window; the session lives on.
    @Override
    public void close() {
        pulse.close();
        dialogs.close();
        health.close();
        stage.close();
    }

    /// Brings the window to the front, also from an icon.
    public void toFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// A second went by.
    void second() {
        if (model != null) {
            model.second();
        }
        telling.second(words());
        ports.limits()
                .trouble()
                .get()
                .ifPresent(trouble -> show(Notice.of(
                        Notice.Kind.FAILURE,
                        "limits",
                        words().get("notice.limits." + trouble.kind(), trouble.detail()))));
    }

    private void build() {
        UiSettings now = settings.get();
        Words words = new Words(now.language().locale());
        WatchlistViewModel watchlist = new WatchlistViewModel(
                ports.session(), ports.products(), words, ports.clock(), now.codes(), now.selected(), now.watchlist());
        Panes panes = new Panes(
                new PaneMaker(words, limits, this::exportTrades),
                now.panes(),
                set -> settings.set(settings.get().withPanes(set)));
        List<PaneFeed> feeds =
                Stream.concat(panes.feeds().stream(), Stream.of(health)).toList();
        MainViewModel.Others others = new MainViewModel.Others(limits.log()::take, status -> {
            health.status(status);
            panes.session(status);
        });
        MainViewModel newModel = new MainViewModel(ports, watchlist, feeds, others, words, this::show);
        MainView newView = new MainView(newModel, words, panes, this::run, ports.demo());
        Parent root = ViewLoader.load(newView, words);
        model = newModel;
        view = newView;
        scene.setRoot(root);
        now.look().apply(scene);
        health.translate(words, now.look());
        newView.setDividers(dividers());
        watchlist
                .settingsProperty()
                .addListener(
                        (property, before, set) -> settings.set(settings.get().withWatchlist(set)));
        watchlist.codes().addListener((javafx.beans.Observable changed) -> rememberCodes(watchlist));
        watchlist.selectedProperty().addListener((property, before, chosen) -> {
            rememberCodes(watchlist);
            showTitle(words);
        });
        newModel.selectedProperty().addListener((property, before, chosen) -> showTitle(words));
        showTitle(words);
    }

    private Dividers dividers() {
        Dividers kept = settings.get().dividers();
        return kept.equals(Dividers.DEFAULT)
                ? Dividers.usual(scene.getWidth(), scene.getHeight() - MainView.BARS)
                : kept;
    }

    /// The alerts in force: those that the user wrote, and the lines drawn in charts.
    private static List<AlertRule> rules(UiSettings settings) {
        Stream<AlertRule> drawn = settings.panes().chart().levels().stream()
                .map(level -> AlertRule.lastCrosses(level.code(), level.price()));
        return Stream.concat(settings.alerts().rules().stream(), drawn)
                .distinct()
                .toList();
    }

    private void tell(List<LimitEvent> events) {
        limits.told(events);
        telling.take(events, settings.get().alerts(), words(), isAway());
        if (model != null) {
            model.tell(events);
        }
    }

    /// Whether another program has the keyboard.
    private boolean isAway() {
        return stage.isShowing() && Window.getWindows().stream().noneMatch(Window::isFocused);
    }

    /// Shows a note in the corner of the screen, whichever window is in front.
    void tellDesktop(String title, String text) {
        Notifications.create()
                .title(title)
                .text(text)
                .graphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE))
                .styleClass("limit-note")
                .position(Pos.BOTTOM_RIGHT)
                .onAction(event -> toFront())
                .show();
    }

    private void rememberCodes(WatchlistViewModel watchlist) {
        limits.log().watched(watchlist.codes());
        settings.set(settings.get()
                .withCodes(watchlist.codes(), watchlist.selectedProperty().get()));
    }

    private void showTitle(Words words) {
        String name = words.get("app.title");
        if (model == null) {
            return;
        }
        String code = model.watchlist()
                .selectedProperty()
                .get()
                .map(known -> " — " + known)
                .orElse("");
        String price = model.selectedProperty()
                .get()
                .map(InstrumentSnapshot::tick)
                .map(tick -> " " + Formats.price(tick.last()) + " " + Formats.change(tick.change()))
                .orElse("");
        String title = name + code + price;
        if (!title.equals(stage.getTitle())) {
            stage.setTitle(title);
        }
    }

    private void pressed(KeyEvent event) {
        for (Command command : Command.values()) {
            if (command.keys().match(event)) {
                event.consume();
                run(command);
                return;
            }
        }
    }

    /// The typed character, not the key: it would otherwise arrive in the field that has just got the keyboard.
    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("/") && !(scene.getFocusOwner() instanceof TextInputControl)) {
            event.consume();
            run(Command.ADD);
        }
    }

    /// Does what a key or a button asks for.
    void run(Command command) {
        MainViewModel current = model;
        MainView shown = view;
        if (current == null || shown == null) {
            return;
        }
        switch (command) {
            case ADD -> shown.focusField();
            case PREVIOUS -> current.watchlist().select(-1);
            case NEXT -> current.watchlist().select(1);
            case MOVE_UP -> current.watchlist().moveSelected(-1);
            case MOVE_DOWN -> current.watchlist().moveSelected(1);
            case DEPTH -> current.watchlist().toggleDepth();
            case TABLE -> current.watchlist().toggleForm();
            case COLUMNS -> shown.chooseColumns();
            case OWN_ORDER -> current.watchlist().unsort();
            case TRADES -> shown.switchLower();
            case EXPORT -> export();
            case THEME -> setLook(new Look(look().theme().other(), look().greenUp()));
            case LANGUAGE -> setLanguage(settings.get().language().other());
            case RISE_COLOR -> setLook(new Look(look().theme(), !look().greenUp()));
            case HEALTH -> health.toggle(words(), look(), settings.get().health());
            case RECONNECT -> current.session().reconnect();
            case SETTINGS ->
                dialogs.showSettings(
                        new SettingsViewModel(
                                settings.get().language(),
                                look(),
                                ports.keys(),
                                words(),
                                this::setLanguage,
                                this::setLook),
                        words(),
                        look());
            case ALERTS ->
                dialogs.showAlerts(
                        new AlertRulesViewModel(
                                limits,
                                current.watchlist().codes(),
                                current.watchlist().selectedProperty().get(),
                                words()),
                        words(),
                        look());
            case SHORTCUTS -> dialogs.showShortcuts(words(), look());
        }
    }

    private Look look() {
        return settings.get().look();
    }

    private Words words() {
        return new Words(settings.get().language().locale());
    }

    private void setLook(Look look) {
        settings.set(settings.get().withLook(look));
        look.apply(scene);
        dialogs.apply(look);
        health.apply(look);
    }

    private void setLanguage(Language language) {
        if (language != settings.get().language()) {
            remember();
            settings.set(settings.get().withLanguage(language));
            build();
            if (dialogs.isSettingsShown()) {
                run(Command.SETTINGS);
            }
            if (dialogs.areAlertsShown()) {
                run(Command.ALERTS);
            }
        }
    }

    private void show(Notice notice) {
        if (view != null) {
            view.show(notice);
        }
    }

    private void export() {
        write(ports.export(), file -> words().get("notice.exported", file));
    }

    private void exportTrades(TradesViewModel trades) {
        trades.shown()
                .ifPresent(shown -> write(
                        file -> TradesCsv.write(file, shown.code(), shown.trades()),
                        file -> words().get(
                                        "notice.trades.exported",
                                        Formats.count(shown.trades().size()),
                                        file)));
    }

    private void exportLog(List<LimitLogRow> rows) {
        write(file -> LimitLogCsv.write(file, rows), file -> words().get("notice.exported", file));
    }

    /// Asks for a file, has it written on a thread that may wait for the disk, and tells how that went.
    private void write(SnapshotExport content, UnaryOperator<String> done) {
        Words words = words();
        askForFile.apply(stage, words).ifPresent(file -> {
            Task<Path> task = new Task<>() {
                @Override
                protected Path call() throws Exception {
                    content.export(file);
                    return file;
                }
            };
            task.setOnSucceeded(event -> show(Notice.of(
                    Notice.Kind.DONE, "export", done.apply(file.toAbsolutePath().toString()))));
            task.setOnFailed(event -> show(Notice.of(
                    Notice.Kind.FAILURE,
                    "export",
                    words.get(
                            "notice.export.failed",
                            String.valueOf(task.getException().getMessage())))));
            Thread.ofPlatform().name("export").daemon().start(task);
        });
    }

    private static Optional<Path> chooseFile(Stage owner, Words words, MainPorts ports) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("command.EXPORT"));
        LocalDateTime now = LocalDateTime.ofInstant(ports.clock().instant(), io.seonmul.market.TradingCalendar.SEOUL);
        chooser.setInitialFileName(
                "seonmul-" + now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)) + ".csv");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
