// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.MarketBoard;
import io.seonmul.ui.fx.Shown;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/// What is seen on the screen and shows an older snapshot than the board has had for more than a second:
/// a defect of this program, which the log names. FX thread only.
///
/// It compares the marks of [Shown] in the windows that are open. Frames are counted, so that a thread
/// that was busy for seconds is not taken for a pane that lost a draw.
final class Laggards {

    /// Its own name in the log, so that tests can fail by it.
    static final Logger LOG = Logger.getLogger("io.seonmul.defect");

    /// Frames that must have been drawn since what the board had, before something counts as behind it.
    private static final int FRAMES = 2;

    private final MarketBoard board;
    private Map<InstrumentCode, Long> before = Map.of();
    /// What lay behind at the look before this one; then it may still have been about to be drawn.
    private Map<Node, String> suspects = Map.of();
    private final Set<Node> known = Collections.newSetFromMap(new WeakHashMap<>());
    private int frames;

    /// @param main the main window's, whose frames are counted
    Laggards(MarketBoard board, Scene main) {
        this.board = board;
        main.addPostLayoutPulseListener(() -> frames++);
    }

    /// Looks once; to be called once a second. What lies behind at two looks running is logged, once
    /// until it catches up.
    void look() {
        if (frames < FRAMES) {
            return;
        }
        frames = 0;
        Map<InstrumentCode, Long> now = new HashMap<>();
        Map<Node, String> behind = new HashMap<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage && stage.isShowing() && !stage.isIconified()) {
                look(stage.getScene().getRoot(), now, behind);
            }
        }
        behind.forEach((node, defect) -> {
            if (suspects.containsKey(node) && known.add(node)) {
                LOG.warning(() -> "a pane lies behind the board for more than a second: " + defect);
            }
        });
        known.retainAll(behind.keySet());
        suspects = behind;
        before = now;
    }

    private void look(Node node, Map<InstrumentCode, Long> now, Map<Node, String> behind) {
        if (!node.isVisible()) {
            return;
        }
        Shown.by(node).ifPresent(shown -> {
            long has =
                    board.latest(shown.code()).map(InstrumentSnapshot::version).orElse(shown.version());
            long had = before.getOrDefault(shown.code(), has);
            now.put(shown.code(), has);
            if (shown.version() < Math.min(had, has)) {
                behind.put(
                        node,
                        "%s %s of %s has version %d, the board had %d a second ago and has %d"
                                .formatted(
                                        node.getClass().getSimpleName(),
                                        node.getStyleClass(),
                                        shown.code(),
                                        shown.version(),
                                        had,
                                        has));
            }
        });
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, now, behind));
        }
    }
}
