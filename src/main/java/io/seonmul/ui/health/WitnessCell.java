// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

import io.seonmul.market.FeedGap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A cell that says whether volume, counts and value tell the same loss. FX thread.
final class WitnessCell extends TableCell<FeedGap, @Nullable FeedGap> {

    private static final PseudoClass DISAGREES = PseudoClass.getPseudoClass("disagrees");

    private final GapTexts texts;
    private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK);
    private final Tooltip tip = new Tooltip();

    private WitnessCell(GapTexts texts) {
        this.texts = texts;
        getStyleClass().add("witnesses");
    }

    static void write(TableColumn<FeedGap, @Nullable FeedGap> column, GapTexts texts) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new WitnessCell(texts));
        column.setSortable(false);
        column.setReorderable(false);
    }

    @Override
    protected void updateItem(@Nullable FeedGap gap, boolean empty) {
        super.updateItem(gap, empty);
        if (empty || gap == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(DISAGREES, false);
            return;
        }
        boolean disagrees = gap.witnesses() != FeedGap.Witnesses.AGREE;
        icon.setIconCode(disagrees ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignC.CHECK);
        pseudoClassStateChanged(DISAGREES, disagrees);
        setText(texts.witnesses(gap));
        setGraphic(icon);
        tip.setText(texts.explanation(gap));
        setTooltip(tip);
    }
}
