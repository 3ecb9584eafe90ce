// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitEvent;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the list of limit events: two lines, a third for an outage, and a button that acknowledges. FX thread.
final class EventCell extends ListCell<@Nullable LimitEntry> {

    private static final PseudoClass ACKNOWLEDGED = PseudoClass.getPseudoClass("acknowledged");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");

    private final LimitsViewModel viewModel;
    private final FontIcon icon = new FontIcon("mdi2i-information-outline");
    private final Label severity = new Label();
    private final Label kind = new Label();
    private final Label figure = new Label();
    private final Label time = new Label();
    private final Label code = new Label();
    private final Label note = new Label();
    private final Label price = new Label();
    private final Label outage = new Label();
    private final Button acknowledge = new Button();
    private final HBox row;
    private final Tooltip record = new Tooltip();
    private final ChangeListener<Boolean> onAcknowledged = (property, before, now) -> showAcknowledged(now);
    /// The log outlives the panel: its entries must not hold on to the cells of an earlier one.
    private final WeakChangeListener<Boolean> watching = new WeakChangeListener<>(onAcknowledged);

    EventCell(LimitsViewModel viewModel, Words words) {
        this.viewModel = viewModel;
        FontIcon check = new FontIcon("mdi2c-check");
        acknowledge.setGraphic(check);
        acknowledge.getStyleClass().addAll("flat", "button-icon", "acknowledge");
        acknowledge.setAccessibleText(words.get("limits.acknowledge"));
        acknowledge.setTooltip(new Tooltip(words.get("limits.acknowledge")));
        // The list is the one stop of the keyboard; Enter acknowledges there.
        acknowledge.setFocusTraversable(false);
        acknowledge.setOnAction(event -> {
            LimitEntry entry = getItem();
            if (entry != null) {
                viewModel.log().acknowledge(entry);
            }
        });
        icon.getStyleClass().add("severity-icon");
        severity.getStyleClass().add("severity");
        kind.getStyleClass().add("kind");
        figure.getStyleClass().add("event-figure");
        time.getStyleClass().add("note");
        code.getStyleClass().add("note");
        note.getStyleClass().addAll("note", "user-note");
        note.setGraphic(new FontIcon("mdi2p-pencil-outline"));
        note.setMinWidth(0);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        price.getStyleClass().add("note");
        price.setMinWidth(Region.USE_PREF_SIZE);
        outage.getStyleClass().addAll("note", "outage");
        outage.visibleProperty().bind(outage.textProperty().isNotEmpty());
        outage.managedProperty().bind(outage.visibleProperty());
        record.setWrapText(true);
        record.setMaxWidth(480);
        Region upperGap = new Region();
        Region lowerGap = new Region();
        HBox.setHgrow(upperGap, Priority.ALWAYS);
        HBox.setHgrow(lowerGap, Priority.ALWAYS);
        HBox upper = new HBox(6, severity, kind, upperGap, figure);
        HBox lower = new HBox(6, time, code, note, lowerGap, price);
        upper.setAlignment(Pos.BASELINE_LEFT);
        lower.setAlignment(Pos.BASELINE_LEFT);
        severity.setMinWidth(Region.USE_PREF_SIZE);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        code.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox(upper, lower, outage);
        // Not the whole row: the button that acknowledges goes with its first click, and the second would open the
        // record.
        lines.setOnMouseClicked(clicked -> {
            LimitEntry entry = getItem();
            if (entry != null && clicked.getButton() == MouseButton.PRIMARY && clicked.getClickCount() == 2) {
                viewModel.desk().actions().showCause().accept(entry.event());
            }
        });
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(6, icon, lines, acknowledge);
        row.setAlignment(Pos.CENTER_LEFT);
        // The row is as wide as the list, never wider: no scrolling sideways.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LimitEntry entry, boolean empty) {
        LimitEntry before = getItem();
        if (before != null) {
            before.acknowledgedProperty().removeListener(watching);
        }
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            pseudoClassStateChanged(ACKNOWLEDGED, false);
            pseudoClassStateChanged(WARNING, false);
            pseudoClassStateChanged(CRITICAL, false);
            return;
        }
        LimitEvent event = entry.event();
        icon.setIconLiteral(literal(event.severity()));
        severity.setText(viewModel.severity(event.severity()));
        kind.setText(viewModel.kind(event));
        figure.setText(viewModel.figure(event));
        time.setText(Formats.time(event.time()));
        code.setText(event.code().text());
        price.setText(viewModel.price(event));
        outage.setText(viewModel.outage(event));
        note.textProperty().bind(entry.noteProperty());
        record.setText(String.join("\n", entry.note(), viewModel.withheld(event), event.raw())
                .strip());
        setTooltip(record);
        pseudoClassStateChanged(WARNING, event.severity() == LimitEvent.Severity.WARNING);
        pseudoClassStateChanged(CRITICAL, event.severity() == LimitEvent.Severity.CRITICAL);
        showAcknowledged(entry.acknowledgedProperty().get());
        entry.acknowledgedProperty().addListener(watching);
        setGraphic(row);
    }

    private void showAcknowledged(boolean acknowledged) {
        pseudoClassStateChanged(ACKNOWLEDGED, acknowledged);
        acknowledge.setVisible(!acknowledged);
        LimitEntry entry = getItem();
        setAccessibleText(entry == null ? null : viewModel.spoken(entry));
    }

    private static String literal(LimitEvent.Severity severity) {
        return switch (severity) {
            case NOTICE -> "mdi2i-information-outline";
            case WARNING -> "mdi2a-alert-outline";
            case CRITICAL -> "mdi2a-alert-octagon";
        };
    }
}
