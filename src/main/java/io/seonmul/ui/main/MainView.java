// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.market.Witness;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.watchlist.WatchlistView;
import io.seonmul.ui.watchlist.WatchlistViewModel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content in one language: bar, panes, status. FX thread only.
final class MainView {

    private static final PseudoClass RISE = PseudoClass.getPseudoClass("rise");
    private static final PseudoClass FALL = PseudoClass.getPseudoClass("fall");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    /// Narrower than this the bar leaves the day's figures out, and the panes show them anyway.
    private static final double ROOM_FOR_DAY = 1180;

    /// Height of the bars above and below the panes.
    static final double BARS = 72;

    private static final double ROOM_FOR_NAME = 860;

    private final MainViewModel model;
    private final Words words;
    private final Node desk;
    private final Consumer<Command> commands;
    private final boolean demo;
    private final WatchlistView watchlist;
    private final PaletteView palette;
    private @Nullable Notices notices;
    private @Nullable Node watchlistRoot;

    @FXML
    private HBox headline;

    @FXML
    private Label code;

    @FXML
    private Label name;

    @FXML
    private Label last;

    @FXML
    private Label change;

    @FXML
    private Label doubt;

    @FXML
    private HBox day;

    @FXML
    private Label open;

    @FXML
    private Label high;

    @FXML
    private Label low;

    @FXML
    private Label vwap;

    @FXML
    private Label strength;

    @FXML
    private Button export;

    @FXML
    private Button health;

    @FXML
    private Button language;

    @FXML
    private Button theme;

    @FXML
    private Button riseColor;

    @FXML
    private Button shortcuts;

    @FXML
    private Button settings;

    @FXML
    private HBox banner;

    @FXML
    private Label bannerWord;

    @FXML
    private Label bannerText;

    @FXML
    private Button bannerReconnect;

    @FXML
    private Button bannerSettings;

    @FXML
    private StackPane deskPlace;

    @FXML
    private StackPane statusPlace;

    @FXML
    private StackPane palettePlace;

    @FXML
    private VBox corner;

    /// @param desk the panes of the window
    /// @param commands told of every button that is also a key
    MainView(MainViewModel model, Words words, Node desk, Consumer<Command> commands, boolean demo) {
        this.model = model;
        this.words = words;
        this.desk = desk;
        this.commands = commands;
        this.demo = demo;
        this.palette = new PaletteView(words);
        this.watchlist = new WatchlistView(model.watchlist(), words, this::offerToRestore);
    }

    @FXML
    private void initialize() {
        notices = new Notices(corner, words);
        deskPlace.getChildren().setAll(desk);
        palettePlace.getChildren().setAll(ViewLoader.load(palette, words));
        statusPlace.getChildren().setAll(ViewLoader.load(new StatusView(model.status(), demo), words));

        button(export, Command.EXPORT);
        button(health, Command.HEALTH);
        button(language, Command.LANGUAGE);
        button(theme, Command.THEME);
        button(riseColor, Command.RISE_COLOR);
        button(shortcuts, Command.SHORTCUTS);
        button(settings, Command.SETTINGS);
        bannerText.setTooltip(new Tooltip());
        bannerReconnect.setOnAction(event -> commands.accept(Command.RECONNECT));
        bannerSettings.setOnAction(event -> commands.accept(Command.SETTINGS));

        doubt.setTooltip(new Tooltip());
        doubt.managedProperty().bind(doubt.visibleProperty());
        model.selectedProperty().addListener((property, before, now) -> showHeadline(now));
        model.watchlist().selectedProperty().addListener((property, before, now) -> showCode());
        showCode();
        showHeadline(model.selectedProperty().get());
        model.oldProperty().addListener((property, before, now) -> headline.pseudoClassStateChanged(STALE, now));
        headline.pseudoClassStateChanged(STALE, model.oldProperty().get());
        day.visibleProperty().bind(deskPlace.widthProperty().greaterThanOrEqualTo(ROOM_FOR_DAY));
        name.visibleProperty().bind(deskPlace.widthProperty().greaterThanOrEqualTo(ROOM_FOR_NAME));
        day.managedProperty().bind(day.visibleProperty());
        name.managedProperty().bind(name.visibleProperty());

        bannerSettings.managedProperty().bind(bannerSettings.visibleProperty());
        banner.managedProperty().bind(banner.visibleProperty());
        model.status().barProperty().addListener((property, before, now) -> showBanner(now.connection()));
        showBanner(model.status().barProperty().get().connection());
    }

    private void button(Button button, Command command) {
        String word = words.get("command." + command);
        button.setTooltip(new Tooltip(word + "  (" + command.keys().getDisplayText() + ")"));
        button.setAccessibleText(word);
        button.setOnAction(event -> commands.accept(command));
    }

    private void showCode() {
        headline.setVisible(model.watchlist().selectedProperty().get().isPresent());
        code.setText(
                model.watchlist().selectedProperty().get().map(Object::toString).orElse(""));
        name.setText(model.watchlist()
                .selectedProperty()
                .get()
                .map(model.watchlist()::name)
                .orElse(""));
    }

    private void showHeadline(Optional<InstrumentSnapshot> selected) {
        Shown.mark(headline, selected);
        headline.pseudoClassStateChanged(RISE, sign(selected) > 0);
        headline.pseudoClassStateChanged(FALL, sign(selected) < 0);
        Optional<Tick> tick = selected.map(InstrumentSnapshot::tick);
        Set<Witness> doubts = selected.map(InstrumentSnapshot::doubts).orElse(Set.of());
        headline.pseudoClassStateChanged(DOUBTFUL, !doubts.isEmpty());
        last.setText(DoubtTexts.marked(Formats.price(tick.map(Tick::last)), doubts));
        showDoubts(doubts);
        change.setText(
                tick.map(known -> Formats.change(known.change()) + "  " + Formats.signedPercent(known.changeRate()))
                        .orElse(""));
        open.setText(Formats.price(tick.flatMap(known -> known.dayRange().open())));
        high.setText(Formats.price(tick.flatMap(known -> known.dayRange().high())));
        low.setText(Formats.price(tick.flatMap(known -> known.dayRange().low())));
        vwap.setText(
                selected.map(known -> Formats.decimal(known.sessionVwap(), 2)).orElse(Formats.NOT_KNOWN));
        strength.setText(tick.map(known -> Formats.decimal(known.orderFlow().strength(), 2))
                .orElse(Formats.NOT_KNOWN));
    }

    private void showDoubts(Set<Witness> doubts) {
        doubt.setVisible(!doubts.isEmpty());
        if (doubt.isVisible()) {
            DoubtTexts texts = new DoubtTexts(words);
            doubt.setText(texts.brief());
            doubt.getTooltip().setText(texts.explanation(doubts));
        }
    }

    private static int sign(Optional<InstrumentSnapshot> selected) {
        return Long.signum(selected.flatMap(known -> known.tick().change())
                .orElse(Price.ZERO)
                .hundredths());
    }

    private void showBanner(StatusViewModel.Connection connection) {
        banner.setVisible(connection.alarming());
        banner.pseudoClassStateChanged(BAD, connection.health() == StatusViewModel.Health.BAD);
        bannerReconnect.setVisible(connection.hurried());
        bannerSettings.setVisible(connection.aboutKeys());
        bannerWord.setText(connection.word());
        bannerText.setText(connection.explanation());
        bannerText.getTooltip().setText(connection.explanation());
    }

    private void offerToRestore(WatchlistViewModel.Removal removal) {
        show(new Notice(
                Notice.Kind.DONE,
                "removed",
                words.get("notice.removed", removal.code(), model.watchlist().name(removal.code())),
                Optional.of(new Notice.Action(
                        words.get("notice.undo"), () -> model.watchlist().restore(removal)))));
    }

    /// Shows a notice in the corner.
    void show(Notice notice) {
        if (notices != null) {
            notices.show(notice);
        }
    }

    /// The command palette, which lies over everything.
    PaletteView palette() {
        return palette;
    }

    /// Brings the keyboard to the field for codes.
    void focusField() {
        watchlist.focusField();
    }

    /// Lets the user choose the watchlist's columns.
    void chooseColumns() {
        watchlist.chooseColumns();
    }

    /// The root of the watchlist, which is a pane of the desk.
    Node watchlist() {
        Node root = watchlistRoot;
        if (root == null) {
            root = ViewLoader.load(watchlist, words);
            watchlistRoot = root;
        }
        return root;
    }
}
