// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The notices in the corner of the window: few, replaced by topic, gone by themselves. FX thread only.
///
/// They lie inside of the window, so that they never take the keyboard from another program.
final class Notices {

    /// How many are seen at once; an older one makes room.
    static final int MOST = 3;

    private static final Duration SHOWN = Duration.seconds(8);
    private static final Duration SHOWN_WITH_ACTION = Duration.seconds(12);

    private final Pane corner;
    private final Map<String, Notification> byTopic = new HashMap<>();

    /// @param corner where they are put, newest last
    Notices(Pane corner) {
        this.corner = corner;
    }

    /// Shows `notice`, in place of an earlier one of its topic.
    void show(Notice notice) {
        Notification earlier = byTopic.get(notice.topic());
        if (earlier != null) {
            corner.getChildren().remove(earlier);
        }
        Notification shown = new Notification(notice.text(), new FontIcon(icon(notice.kind())));
        shown.getStyleClass().addAll(Styles.ELEVATED_2, style(notice.kind()), "notice");
        shown.setAccessibleText(notice.text());
        shown.setMinHeight(Region.USE_PREF_SIZE);
        shown.setMaxHeight(Region.USE_PREF_SIZE);
        shown.setOnClose(event -> hide(notice.topic(), shown));
        notice.action().ifPresent(action -> {
            Button button = new Button(action.word());
            button.setOnAction(event -> {
                hide(notice.topic(), shown);
                action.run().run();
            });
            shown.getPrimaryActions().setAll(button);
        });
        byTopic.put(notice.topic(), shown);
        corner.getChildren().add(shown);
        while (corner.getChildren().size() > MOST) {
            corner.getChildren().removeFirst();
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

    private void hide(String topic, Notification shown) {
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

    private static String style(Notice.Kind kind) {
        return switch (kind) {
            case DONE -> Styles.SUCCESS;
            case WARNING -> Styles.WARNING;
            case FAILURE -> Styles.DANGER;
        };
    }
}
