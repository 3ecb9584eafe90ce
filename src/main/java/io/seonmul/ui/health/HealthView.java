// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.FeedGap;
import io.seonmul.market.Invariant;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.ViewLoader;
import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Binds the feed-health window's content to its view model. FX thread only.
///
/// A window of [#WIDE] x [#TALL] pixels or more shows everything, a smaller one the page that the user chose.
public final class HealthView {

    private static final double WIDE = 1310;
    private static final double TALL = 640;

    private static final PseudoClass LOSSY = PseudoClass.getPseudoClass("lossy");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass NOTABLE = PseudoClass.getPseudoClass("notable");
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PAUSE = new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

    private static final List<String> RELATION_STYLES = List.of("invariant", "says", "figure", "figure", "verdict");

    private final HealthViewModel model;
    private final Words words;
    private final GapTexts texts;
    private final RecordView record;
    private final List<Label[]> relationLabels = new ArrayList<>();

    @FXML
    private VBox root;

    @FXML
    private HBox statement;

    @FXML
    private FontIcon statementIcon;

    @FXML
    private Label code;

    @FXML
    private Label headline;

    @FXML
    private Label detail;

    @FXML
    private Label percent;

    @FXML
    private HBox pages;

    @FXML
    private ToggleButton lossesPage;

    @FXML
    private ToggleButton checksPage;

    @FXML
    private ToggleButton recordPage;

    @FXML
    private VBox left;

    @FXML
    private VBox losses;

    @FXML
    private VBox checks;

    @FXML
    private StackPane recordPlace;

    @FXML
    private Label contractsReceived;

    @FXML
    private Label contractsLost;

    @FXML
    private Label contractsPercent;

    @FXML
    private Label tradesReceived;

    @FXML
    private Label tradesLost;

    @FXML
    private Label tradesPercent;

    @FXML
    private Label late;

    @FXML
    private Label duplicates;

    @FXML
    private Label updates;

    @FXML
    private Label doubtful;

    @FXML
    private Label repaired;

    @FXML
    private Label discarded;

    @FXML
    private Label resets;

    @FXML
    private Label corrections;

    @FXML
    private Label unknownLosses;

    @FXML
    private GridPane hops;

    @FXML
    private Label hopQueued;

    @FXML
    private Label hopDecoded;

    @FXML
    private Label hopPublished;

    @FXML
    private Label hopFrame;

    @FXML
    private Label auctions;

    @FXML
    private Label blocks;

    @FXML
    private Label quoteRule;

    @FXML
    private Label depthState;

    @FXML
    private Label depthRecords;

    @FXML
    private Label depthLate;

    @FXML
    private TableView<FeedGap> gaps;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> span;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> contracts;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> trades;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> average;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> buy;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> sell;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> unlabelled;

    @FXML
    private TableColumn<FeedGap, @Nullable FeedGap> witnesses;

    @FXML
    private Label noGaps;

    @FXML
    private Label gapsNote;

    @FXML
    private GridPane relations;

    @FXML
    private Label session;

    /// @param model what the window shows
    /// @param words the texts of the language
    @SuppressWarnings("NullAway.Init") // the loader fills the fields before initialize()
    public HealthView(HealthViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.texts = new GapTexts(words);
        this.record = new RecordView(model, words);
    }

    @FXML
    private void initialize() {
        recordPlace.getChildren().setAll(ViewLoader.load(record, words));
        code.textProperty().bind(model.codeProperty());
        show(code, code.textProperty().isNotEmpty());
        session.textProperty().bind(model.sessionProperty());
        model.statementProperty().addListener((property, before, now) -> show(now));
        show(model.statementProperty().get());
        model.hopsProperty().addListener((property, before, now) -> show(now));
        show(model.hopsProperty().get());
        model.completenessProperty().addListener((property, before, now) -> show(now));
        show(model.completenessProperty().get());
        model.depthProperty().addListener((property, before, now) -> show(now));
        show(model.depthProperty().get());
        initializePages();
        initializeGaps();
        initializeRelations();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            recordPage.setSelected(true);
            record.focusFilter();
            event.consume();
        } else if (PAUSE.match(event)) {
            record.togglePause();
            event.consume();
        }
    }

    private void show(Statement now) {
        headline.setText(now.headline());
        detail.setText(now.detail());
        percent.setText(now.percent());
        // An empty list proves nothing before there is a record.
        noGaps.setText(now.mood() == Statement.Mood.EMPTY ? Formats.NOT_KNOWN : words.get("health.gaps.none"));
        for (Statement.Mood mood : Statement.Mood.values()) {
            statement.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(mood.name().toLowerCase(Locale.ROOT)), mood == now.mood());
        }
        Ikon icon = icon(now.mood());
        if (!icon.equals(statementIcon.getIconCode())) {
            statementIcon.setIconCode(icon);
        }
        statement.setAccessibleText(now.headline() + ". " + now.detail() + ". " + now.percent());
    }

    private static Ikon icon(Statement.Mood mood) {
        return switch (mood) {
            case EMPTY -> MaterialDesignT.TIMER_SAND;
            case WHOLE -> MaterialDesignC.CHECK_CIRCLE;
            case OPEN -> MaterialDesignH.HELP_CIRCLE;
            case LOSSY -> MaterialDesignA.ALERT;
        };
    }

    private void show(Completeness now) {
        write(now.contracts(), contractsReceived, contractsLost, contractsPercent);
        write(now.trades(), tradesReceived, tradesLost, tradesPercent);
        write(now.late(), late);
        write(now.duplicates(), duplicates);
        write(now.updates(), updates);
        write(now.doubtful(), doubtful);
        write(now.repaired(), repaired);
        write(now.discarded(), discarded);
        write(now.resets(), resets);
        write(now.corrections(), corrections);
        write(now.unknownLosses(), unknownLosses);
        auctions.setText(now.auctions().text());
        blocks.setText(now.blocks().text());
        quoteRule.setText(now.quoteRule());
        quoteRule.getTooltip().setText(words.get("health.quoteRule.tip", now.compared()));
    }

    private void show(DepthFeed now) {
        depthState.setText(now.state());
        depthRecords.setText(now.records());
        write(now.late(), depthLate);
    }

    private void show(Hops now) {
        hopQueued.setText(now.queued());
        hopDecoded.setText(now.decoded());
        hopPublished.setText(now.published());
        hopFrame.setText(now.toFrame());
        hops.setAccessibleText(
                words.get("health.hops.spoken", now.queued(), now.decoded(), now.published(), now.toFrame()));
    }

    private static void write(Completeness.Share share, Label received, Label lost, Label percent) {
        received.setText(share.received());
        lost.setText(share.lost());
        percent.setText(share.percent());
        lost.pseudoClassStateChanged(LOSSY, share.lossy());
        percent.pseudoClassStateChanged(LOSSY, share.lossy());
    }

    private static void write(Completeness.Count count, Label label) {
        label.setText(count.text());
        label.pseudoClassStateChanged(NOTABLE, count.notable());
    }

    private void initializePages() {
        ToggleGroup group = new ToggleGroup();
        Map<HealthSettings.Page, ToggleButton> buttons = Map.of(
                HealthSettings.Page.LOSSES, lossesPage,
                HealthSettings.Page.CHECKS, checksPage,
                HealthSettings.Page.RECORD, recordPage);
        buttons.forEach((page, button) -> {
            button.setToggleGroup(group);
            button.setUserData(page);
        });
        group.selectToggle(buttons.get(model.settingsProperty().get().page()));
        model.settingsProperty().addListener((property, before, now) -> group.selectToggle(buttons.get(now.page())));
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else if (now.getUserData() instanceof HealthSettings.Page page) {
                model.choose(page);
            }
        });
        BooleanBinding roomy = root.widthProperty()
                .greaterThanOrEqualTo(WIDE)
                .and(root.heightProperty().greaterThanOrEqualTo(TALL));
        show(pages, roomy.not());
        show(losses, roomy.or(lossesPage.selectedProperty()));
        show(checks, roomy.or(checksPage.selectedProperty()));
        show(recordPlace, roomy.or(recordPage.selectedProperty()));
        show(left, losses.visibleProperty().or(checks.visibleProperty()));
    }

    private static void show(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private void initializeGaps() {
        TextCell.write(span, "span", texts::span, texts::explanation);
        TextCell.write(contracts, "figure", gap -> Formats.count(gap.contracts()), texts::explanation);
        TextCell.write(trades, "figure", gap -> Formats.count(gap.trades()), texts::explanation);
        TextCell.write(average, "figure", GapTexts::average, texts::explanation);
        TextCell.write(buy, "figure", GapTexts::buy, texts::explanation);
        TextCell.write(sell, "figure", GapTexts::sell, texts::explanation);
        TextCell.write(unlabelled, "figure", GapTexts::unlabelled, texts::explanation);
        WitnessCell.write(witnesses, texts);
        gaps.setItems(model.gaps().newest());
        gaps.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        gaps.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copyGaps();
                event.consume();
            }
        });
        gaps.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        gaps.setAccessibleText(now == null ? words.get("health.gaps") : texts.spoken(now)));
        gapsNote.textProperty().bind(model.gapsNoteProperty());
        show(gapsNote, gapsNote.textProperty().isNotEmpty());
    }

    private void copyGaps() {
        List<FeedGap> chosen = List.copyOf(gaps.getSelectionModel().getSelectedItems());
        if (!chosen.isEmpty()) {
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(
                            DataFormat.PLAIN_TEXT,
                            texts.copied(model.codeProperty().get(), chosen)));
        }
    }

    private void initializeRelations() {
        int row = 1;
        for (Invariant invariant : Invariant.values()) {
            Label says = new Label(words.get("health.check." + invariant));
            says.setTooltip(new Tooltip(
                    words.get("health.check." + invariant) + "\n" + words.get("health.check." + invariant + ".use")));
            Label[] labels = {new Label(invariant.name()), says, new Label(), new Label(), new Label()};
            for (int column = 0; column < labels.length; column++) {
                labels[column].getStyleClass().add(RELATION_STYLES.get(column));
            }
            relations.addRow(row++, labels);
            relationLabels.add(labels);
        }
        model.relationsProperty().addListener((property, before, now) -> show(now));
        show(model.relationsProperty().get());
    }

    private void show(List<Relation> now) {
        checksPage.pseudoClassStateChanged(
                FAILED, now.stream().anyMatch(relation -> relation.state() == Relation.State.FAILED));
        for (int i = 0; i < now.size(); i++) {
            Relation relation = now.get(i);
            Label[] labels = relationLabels.get(i);
            labels[2].setText(relation.passed());
            labels[3].setText(relation.failed());
            labels[4].setText(words.get("health.check." + relation.state()));
            for (Label label : labels) {
                for (Relation.State state : Relation.State.values()) {
                    label.pseudoClassStateChanged(
                            PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)),
                            state == relation.state());
                }
            }
        }
    }
}
