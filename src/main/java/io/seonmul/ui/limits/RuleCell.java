// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertRule;
import io.seonmul.ui.fx.Words;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row of the list of alert rules: whether it is in force, what it says, and a button that takes it away. FX thread.
final class RuleCell extends ListCell<@Nullable AlertRule> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final AlertRulesViewModel model;
    private final Words words;
    private final CheckBox enabled = new CheckBox();
    private final Label rule = new Label();
    private final Label remark = new Label();
    private final HBox row;

    RuleCell(AlertRulesViewModel model, Words words) {
        this.model = model;
        this.words = words;
        Button remove = new Button();
        remove.setGraphic(new FontIcon("mdi2d-delete-outline"));
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.setAccessibleText(words.get("alert.remove"));
        remove.setTooltip(new Tooltip(words.get("alert.remove")));
        // The list is the one stop of the keyboard: space switches, delete removes.
        remove.setFocusTraversable(false);
        enabled.setFocusTraversable(false);
        enabled.setTooltip(new Tooltip(words.get("alert.enabled")));
        enabled.setOnAction(event -> {
            AlertRule shown = getItem();
            if (shown != null) {
                model.setEnabled(shown, enabled.isSelected());
            }
        });
        remove.setOnAction(event -> {
            AlertRule shown = getItem();
            if (shown != null) {
                model.remove(shown);
            }
        });
        rule.getStyleClass().add("rule");
        remark.getStyleClass().add("note");
        VBox lines = new VBox(rule, remark);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(8, enabled, lines, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable AlertRule shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(OFF, false);
            return;
        }
        enabled.setSelected(shown.enabled());
        rule.setText(model.texts().describe(shown));
        remark.setText(shown.enabled() ? model.remark(shown) : model.remark(shown) + " · " + words.get("alert.off"));
        setAccessibleText(rule.getText() + ", " + remark.getText());
        pseudoClassStateChanged(OFF, !shown.enabled());
        setGraphic(row);
    }
}
