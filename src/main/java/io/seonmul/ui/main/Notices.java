// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The notices in the corner of the window: few, replaced by topic, most gone by themselves. FX thread only.
///
/// They lie inside of the window, so that they never take the keyboard from another program and are in every picture of
/// it.
final class Notices {

    /// How many are seen at once; an older one makes room.
    static final int MOST = 3;

    private static final Duration SHOWN = Duration.seconds(8);
    private static final Duration SHOWN_WITH_ACTION = Duration.seconds(12);

    private final Pane corner;
    private final Words words;
    private final Map<String, Node> byTopic = new HashMap<>();

    /// @param corner where they are put, newest last
    Notices(Pane corner, Words words) {
        this.corner = corner;
        this.words = words;
    }

    /// Shows `notice`, in place of an earlier one of its topic.
    void show(Notice notice) {
        Node earlier = byTopic.get(notice.topic());
        if (earlier != null) {
            corner.getChildren().remove(earlier);
        }
        Node shown = node(notice);
        byTopic.put(notice.topic(), shown);
        corner.getChildren().add(shown);
        while (corner.getChildren().size() > MOST) {
            corner.getChildren().removeFirst();
        }
        if (notice.stays()) {
            return;
        }
        PauseTransition pause = new PauseTransition(notice.action().isPresent() ? SHOWN_WITH_ACTION : SHOWN);
        pause.setOnFinished(event -> {
            if (shown.isHover()) {
                pause.playFromStart();
            } else {
                hide(notice.topic(), shown);
            }
        });
        pause.play();
    }

    private Node node(Notice notice) {
        Label text = new Label(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(new FontIcon(icon(notice.kind())), text);
        box.getStyleClass().add("notice");
        box.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(notice.kind().name().toLowerCase(Locale.ROOT)), true);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(notice.text());
        notice.action().ifPresent(action -> {
            Button button = button(action.word());
            button.setOnAction(event -> {
                hide(notice.topic(), box);
                action.run().run();
            });
            box.getChildren().add(button);
        });
        Button close = button("");
        close.getStyleClass().add("tool");
        close.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
        close.setAccessibleText(words.get("notice.dismiss"));
        close.setOnAction(event -> hide(notice.topic(), box));
        box.getChildren().add(close);
        return box;
    }

    private static Button button(String text) {
        Button button = new Button(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void hide(String topic, Node shown) {
        corner.getChildren().remove(shown);
        byTopic.remove(topic, shown);
    }

    private static Ikon icon(Notice.Kind kind) {
        return switch (kind) {
            case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case FAILURE -> MaterialDesignC.CLOSE_OCTAGON_OUTLINE;
        };
    }
}
