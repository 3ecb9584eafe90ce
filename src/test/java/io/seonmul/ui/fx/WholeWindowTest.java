// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// A small window is seen whole, wherever its owner stands and however much is in it.
final class WholeWindowTest {

    @Test
    void theTitleBarIsOnTheScreen() {
        Pictures.runOnFx(() -> {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            for (double[] owner : new double[][] {{0, 0}, {-300, -200}, {900, 800}, {0, -40}}) {
                for (double[] size : new double[][] {{560, 520}, {400, 1_600}, {1_400, 300}, {2_000, 2_000}}) {
                    Stage main = new Stage();
                    main.setScene(new Scene(new StackPane(), 700, 400));
                    main.setX(owner[0]);
                    main.setY(owner[1]);
                    main.show();
                    Region content = new Region();
                    content.setPrefSize(size[0], size[1]);
                    Stage small = new Stage();
                    small.initOwner(main);
                    small.setScene(new Scene(content));

                    WholeWindow.show(small, main);

                    assertThat(small.getX()).isGreaterThanOrEqualTo(screen.getMinX());
                    assertThat(small.getY()).isGreaterThanOrEqualTo(screen.getMinY());
                    assertThat(small.getX() + small.getWidth()).isLessThanOrEqualTo(screen.getMaxX());
                    assertThat(small.getY() + small.getHeight()).isLessThanOrEqualTo(screen.getMaxY());
                    assertThat(small.getWidth()).isEqualTo(Math.min(size[0], screen.getWidth()));
                    small.close();
                    main.close();
                }
            }
        });
    }

    @Test
    void whereTheUserMovedItItComesAgain() {
        Pictures.runOnFx(() -> {
            Stage main = new Stage();
            main.setScene(new Scene(new StackPane(), 700, 400));
            main.show();
            Stage small = new Stage();
            small.initOwner(main);
            small.setScene(new Scene(new StackPane(), 300, 200));
            WholeWindow.show(small, main);
            small.setX(500);
            small.setY(610);
            small.hide();
            WholeWindow.show(small, main);
            assertThat(small.getX()).isEqualTo(500);
            assertThat(small.getY()).isEqualTo(610);
            small.close();
            main.close();
        });
    }
}
