// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.ui.chart.DrawnLevels;
import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.SecondPulse;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.WindowIcons;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.limits.AlertRulesViewModel;
import io.seonmul.ui.limits.LimitDesk;
import io.seonmul.ui.limits.LimitLog;
import io.seonmul.ui.settings.SettingsViewModel;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Dimension2D;
import javafx.geometry.Side;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The monitor's window, from [#show] to [#close]. FX thread only.
///
/// It outlives its content: a change of language makes views and view models anew and shows them the newest figures.
/// The session already watches the codes of the settings it is given.
public final class MainWindow implements AutoCloseable {

    private final Stage stage;
    private final MainPorts ports;
    private final Scene scene;
    private final SecondPulse pulse = new SecondPulse(this::second);
    private final ReadOnlyObjectWrapper<UiSettings> settings;
    private final Dialogs dialogs;
    private final LimitDesk limits;
    private final DrawnLevels levels;
    private final LimitTelling telling;
    private final HealthWindow health;
    private final CodeLinks links;
    private final Exports exports;
    private final Laggards laggards;
    private @Nullable MainViewModel model;
    private @Nullable MainView view;
    private @Nullable LiveDesk desk;
    private @Nullable PaneFeeds feeds;

    /// @param stage where it is shown; not shown yet
    public MainWindow(Stage stage, MainPorts ports, UiSettings settings) {
        this(stage, ports, settings, (owner, words) -> Exports.chooseFile(owner, words, ports.clock()));
    }

    /// @param askForFile asks the user where to write a snapshot
    MainWindow(Stage stage, MainPorts ports, UiSettings settings, BiFunction<Stage, Words, Optional<Path>> askForFile) {
        this.stage = stage;
        this.ports = ports;
        this.exports = new Exports(ports.export(), words -> askForFile.apply(stage, words), this::words, this::show);
        this.settings = new ReadOnlyObjectWrapper<>(settings);
        this.dialogs = new Dialogs(stage);
        this.limits = new LimitDesk(
                new LimitLog(ports.limits().journal(), ports.clock(), this::tell),
                settings.alerts(),
                new LimitDesk.Actions(() -> run(Command.ALERTS), exports::log, this::showCause));
        this.telling = new LimitTelling(ports.limits(), this::show, this::tellDesktop);
        this.levels = new DrawnLevels(settings.levels());
        levels.allProperty()
                .addListener((property, before, now) ->
                        this.settings.set(this.settings.get().withLevels(now)));
        ports.session().alerts(AlertsInForce.of(settings));
        limits.settingsProperty()
                .addListener((property, before, now) ->
                        this.settings.set(this.settings.get().withAlerts(now)));
        this.settings.addListener((property, before, now) -> {
            if (!AlertsInForce.of(before).equals(AlertsInForce.of(now))) {
                ports.session().alerts(AlertsInForce.of(now));
            }
        });
        this.links =
                new CodeLinks(this.settings, () -> Objects.requireNonNull(model).watchlist(), this::relink);
        this.health = new HealthWindow(
                ports.clock(),
                this::pressed,
                bounds -> this.settings.set(this.settings.get().withHealth(bounds)),
                ports.session()::toFrame);
        Dimension2D size = WindowPlace.size(settings.window());
        this.scene = new Scene(new Group(), size.getWidth(), size.getHeight());
        this.laggards = new Laggards(ports.board(), scene);
        stage.setScene(scene);
        stage.getIcons().setAll(WindowIcons.all());
        WindowPlace.setLeast(stage, settings.look());
        // Filters, not accelerators: lists and fields would take some of the keys for themselves.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        build();
    }

    /// What shall be remembered: it changes with what the user does, within a second if windows or dividers are moved.
    public ReadOnlyObjectProperty<UiSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Shows the window where it stood.
    public void show() {
        settings.get().window().ifPresent(bounds -> WindowPlace.put(stage, bounds));
        stage.show();
        if (desk != null) {
            if (settings.get().desk().desk().isEmpty()) {
                desk.show(usualDesk());
            }
            desk.showWindows();
        }
        // Before it can be maximized, so that what it returns to is known.
        remember();
        pulse.start();
    }

    /// Takes over what changed since the last frame; called by the frame pump.
    public void onFrame() {
        if (model != null && model.onFrame()) {
            ports.wake().run();
        }
    }

    /// The settings with windows and dividers as they stand now; read once a second, as a process may be ended at any.
    public UiSettings remember() {
        health.remember();
        if (desk != null && stage.isShowing()) {
            keep(desk.read());
            settings.set(settings.get()
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
        if (desk != null) {
            desk.close();
        }
        stage.close();
    }

    /// Brings the window to the front, also from an icon.
    public void toFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// How the panes stand.
    Desk desk() {
        return Objects.requireNonNull(desk).desk();
    }

    /// Whose figures a pane shows.
    Optional<InstrumentCode> code(PaneSlot pane) {
        return links.code(pane);
    }

    /// A second went by.
    void second() {
        if (model != null) {
            model.second();
        }
        telling.second(words());
        ports.files().get().ifPresent(note -> show(note.notice(words())));
        remember();
        laggards.look();
    }

    private void build() {
        UiSettings now = settings.get();
        Words words = new Words(now.language().locale());
        WatchlistViewModel watchlist = new WatchlistViewModel(
                ports.session(), ports.products(), words, ports.clock(), now.codes(), now.selected(), now.watchlist());
        PaneFeeds newFeeds = new PaneFeeds(ports.board());
        LiveDesk theDesk = desk(words);
        // Panes are made by the view's watchlist and fed by the model, so that they come after both.
        Panes[] panes = new Panes[1];
        MainViewModel.Others others = new MainViewModel.Others(limits.log()::take, status -> {
            health.status(status);
            if (panes[0] != null) {
                panes[0].session(status);
                theDesk.tellAges();
            }
        });
        MainViewModel newModel = new MainViewModel(ports, watchlist, newFeeds, others, words, this::show);
        MainView newView = new MainView(newModel, words, theDesk.node(), this::run, ports.demo());
        Parent root = ViewLoader.load(newView, words);
        model = newModel;
        view = newView;
        feeds = newFeeds;
        newFeeds.add(health, watchlist.selectedProperty()::get);
        panes[0] = new Panes(
                new PaneMaker(words, newView::watchlist, limits, levels, exports::trades),
                newFeeds,
                id -> theDesk.desk().pane(id).flatMap(links::code),
                (id, change) -> {
                    settings.set(
                            settings.get().withPanes(change.apply(settings.get().panes())));
                    theDesk.remember(id, change);
                });
        theDesk.translate(panes[0], words, now.look());
        panes[0].session(ports.session().status());
        scene.setRoot(root);
        now.look().apply(scene);
        health.translate(words, now.look());
        watchlist
                .settingsProperty()
                .addListener(
                        (property, before, set) -> settings.set(settings.get().withWatchlist(set)));
        watchlist.codes().addListener((javafx.beans.Observable changed) -> {
            rememberCodes(watchlist);
            relink();
        });
        watchlist.selectedProperty().addListener((property, before, chosen) -> {
            rememberCodes(watchlist);
            links.select(chosen);
            showTitle(words);
        });
        newModel.selectedProperty().addListener((property, before, chosen) -> showTitle(words));
        newModel.oldProperty().addListener((property, before, isOld) -> showTitle(words));
        showTitle(words);
    }

    /// The desk, which outlives its panes.
    private LiveDesk desk(Words words) {
        LiveDesk known = desk;
        if (known == null) {
            known = new LiveDesk(
                    new LiveDesk.Ports(
                            stage,
                            this::pressed,
                            this::keep,
                            this::run,
                            this::show,
                            links,
                            code -> Objects.requireNonNull(model).oldSince(code)),
                    settings.get().desk().desk().flatMap(Desk::sound).orElseGet(this::usualDesk),
                    words,
                    look());
            desk = known;
        }
        return known;
    }

    private Desk usualDesk() {
        double width = scene.getWidth() / look().scale();
        double height = scene.getHeight() / look().scale() - MainView.BARS;
        Desk usual = Desks.usual(
                settings.get().dividers().orUsual(width, height), settings.get().panes());
        return new Desk(usual.main().sized(width, height), usual.detached());
    }

    private void keep(Desk arranged) {
        settings.set(settings.get().withDesk(settings.get().desk().withDesk(arranged)));
    }

    /// Panes may have another code now.
    private void relink() {
        if (feeds != null && desk != null) {
            feeds.refresh();
            desk.refresh();
        }
    }

    private void tell(List<LimitEvent> events) {
        limits.told(events);
        telling.take(events, settings.get().alerts(), words(), isAway());
        if (model != null) {
            model.tell(events);
        }
    }

    private void showCause(LimitEvent event) {
        if (model != null) {
            model.watchlist().show(event.code());
        }
        health.showCause(event, words(), look(), settings.get().health());
    }

    /// Whether another program has the keyboard.
    private boolean isAway() {
        return stage.isShowing() && Window.getWindows().stream().noneMatch(Window::isFocused);
    }

    /// Shows a note in the corner of the screen, whichever window is in front.
    void tellDesktop(String title, String text) {
        DesktopNote.show(title, text, this::toFront);
    }

    private void rememberCodes(WatchlistViewModel watchlist) {
        limits.log().watched(watchlist.codes());
        settings.set(settings.get()
                .withCodes(watchlist.codes(), watchlist.selectedProperty().get()));
    }

    private void showTitle(Words words) {
        if (model != null) {
            stage.setTitle(WindowTitle.of(words, model));
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
        LiveDesk arranged = desk;
        if (current == null || shown == null || arranged == null) {
            return;
        }
        UiSettings now = settings.get();
        switch (command) {
            case PALETTE -> openPalette(shown, current);
            case ADD -> {
                arranged.reveal(PaneKind.WATCHLIST, now.panes());
                shown.focusField();
            }
            case PREVIOUS -> current.watchlist().select(-1);
            case NEXT -> current.watchlist().select(1);
            case MOVE_UP -> current.watchlist().moveSelected(-1);
            case MOVE_DOWN -> current.watchlist().moveSelected(1);
            case DEPTH -> current.watchlist().toggleDepth();
            case TABLE -> current.watchlist().toggleForm();
            case COLUMNS -> shown.chooseColumns();
            case OWN_ORDER -> current.watchlist().unsort();
            case TRADES ->
                arranged.reveal(arranged.shows(PaneKind.TRADES) ? PaneKind.INTEREST : PaneKind.TRADES, now.panes());
            case PANE_NEXT -> arranged.focusNext(1);
            case PANE_PREVIOUS -> arranged.focusNext(-1);
            case PANE_TURN -> arranged.nextTab();
            case PANE_MENU -> arranged.openMenu();
            case PANE_LEFT -> arranged.move(Side.LEFT);
            case PANE_RIGHT -> arranged.move(Side.RIGHT);
            case PANE_UP -> arranged.move(Side.TOP);
            case PANE_DOWN -> arranged.move(Side.BOTTOM);
            case PANE_TAB -> arranged.tabWithNext();
            case PANE_MAXIMIZE -> arranged.maximize();
            case PANE_DETACH -> arranged.detachOrDock();
            case PANE_SPLIT -> arranged.split();
            case PANE_CLOSE -> arranged.close(words());
            case PANE_PIN -> links.pin(arranged);
            case PANE_LINK_A -> links.follow(arranged, LinkGroup.A);
            case PANE_LINK_B -> links.follow(arranged, LinkGroup.B);
            case PANE_LINK_C -> links.follow(arranged, LinkGroup.C);
            case PANE_LINK_D -> links.follow(arranged, LinkGroup.D);
            case LINK_A -> links.activate(LinkGroup.A);
            case LINK_B -> links.activate(LinkGroup.B);
            case LINK_C -> links.activate(LinkGroup.C);
            case LINK_D -> links.activate(LinkGroup.D);
            case NEW_LADDER -> arranged.add(PaneKind.LADDER, now.panes());
            case NEW_CHART -> arranged.add(PaneKind.CHART, now.panes());
            case NEW_INTEREST -> arranged.add(PaneKind.INTEREST, now.panes());
            case NEW_TRADES -> arranged.add(PaneKind.TRADES, now.panes());
            case NEW_LIMITS -> arranged.add(PaneKind.LIMITS, now.panes());
            case LAYOUT_USUAL -> show(usualDesk());
            case LAYOUT_LADDERS -> show(Desks.twoLadders(now.panes()));
            case LAYOUT_CHARTS -> show(Desks.chartWall(now.panes()));
            case LAYOUT_SAVE -> layouts(shown, arranged).save();
            case EXPORT -> exports.snapshot();
            case THEME -> setLook(look().withTheme(look().theme().other()));
            case LANGUAGE -> setLanguage(settings.get().language().other());
            case RISE_COLOR -> setLook(look().withGreenUp(!look().greenUp()));
            case CONTRAST -> setLook(look().withContrast(!look().contrast()));
            case LARGER -> setLook(look().larger(1));
            case SMALLER -> setLook(look().larger(-1));
            case USUAL_SIZE -> setLook(look().withPercent(100));
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

    private void openPalette(MainView shown, MainViewModel current) {
        if (shown.palette().isOpen()) {
            shown.palette().close();
            return;
        }
        LiveDesk arranged = Objects.requireNonNull(desk);
        CommandPalette palette =
                new CommandPalette(settings, current.watchlist(), layouts(shown, arranged), this::run, words());
        stage.requestFocus();
        shown.palette().open(palette::find, palette::choose, arranged::focusCurrent);
    }

    private Layouts layouts(MainView shown, LiveDesk arranged) {
        return new Layouts(
                settings,
                new Layouts.Ports(
                        arranged::read,
                        this::show,
                        this::show,
                        (prompt, proposal, answer) ->
                                shown.palette().ask(prompt, proposal, answer, arranged::focusCurrent)),
                words());
    }

    private void show(Desk other) {
        if (desk != null) {
            desk.show(other);
            keep(other);
            links.fill(other);
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
        WindowPlace.setLeast(stage, look);
        dialogs.apply(look);
        health.apply(look);
        if (desk != null) {
            desk.apply(look);
        }
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
}
