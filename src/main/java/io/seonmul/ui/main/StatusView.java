// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The bar at the foot of the window. FX thread only.
///
/// Figures that do not fit beside the state go to a second line, so that none is cut off.
final class StatusView {

    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    private final StatusViewModel model;
    private final boolean demo;

    @FXML
    private Label connection;

    @FXML
    private FontIcon connectionIcon;

    @FXML
    private Label demoMark;

    @FXML
    private Label codes;

    @FXML
    private Label received;

    @FXML
    private Label lost;

    @FXML
    private Label rejected;

    @FXML
    private Label latency;

    StatusView(StatusViewModel model, boolean demo) {
        this.model = model;
        this.demo = demo;
    }

    @FXML
    private void initialize() {
        demoMark.setVisible(demo);
        demoMark.setManaged(demo);
        Stream.of(connection, codes, received, lost, rejected, latency).forEach(label -> {
            label.setTooltip(new Tooltip());
            label.setMinWidth(Label.USE_PREF_SIZE);
        });
        demoMark.setMinWidth(Label.USE_PREF_SIZE);
        model.barProperty().addListener((property, before, now) -> show(now));
        show(model.barProperty().get());
    }

    private void show(StatusViewModel.Bar bar) {
        StatusViewModel.Connection state = bar.connection();
        connection.setText(state.word());
        connection.getTooltip().setText(state.explanation());
        Ikon icon = icon(state.health());
        if (!icon.equals(connectionIcon.getIconCode())) {
            connectionIcon.setIconCode(icon);
        }
        for (StatusViewModel.Health health : StatusViewModel.Health.values()) {
            connection.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(health.name().toLowerCase(Locale.ROOT)), health == state.health());
        }
        show(codes, bar.codes());
        show(received, bar.received());
        show(lost, bar.lost());
        show(rejected, bar.rejected());
        show(latency, bar.latency());
    }

    private static void show(Label label, StatusViewModel.Figure figure) {
        label.setText(figure.text());
        label.getTooltip().setText(figure.explanation());
        label.pseudoClassStateChanged(ALARMING, figure.alarming());
    }

    private static Ikon icon(StatusViewModel.Health health) {
        return switch (health) {
            case OFF -> MaterialDesignP.POWER_PLUG_OFF_OUTLINE;
            case PENDING -> MaterialDesignT.TIMER_SAND;
            case GOOD -> MaterialDesignC.CHECKBOX_BLANK_CIRCLE;
            case DOUBTFUL -> MaterialDesignA.ALERT;
            case BAD -> MaterialDesignC.CLOSE_OCTAGON;
        };
    }
}
