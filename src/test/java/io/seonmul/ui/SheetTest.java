// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.draw.Brush;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// What cannot be read is found, and what can be is not.
final class SheetTest {

    private static List<String> faults(Consumer<GraphicsContext> drawing) {
        return Pictures.onFx(() -> {
            Canvas canvas = new Canvas(200, 100);
            GraphicsContext g = canvas.getGraphicsContext2D();
            try (Sheet sheet = new Sheet()) {
                Brush.clear(g);
                g.setFont(Font.font(12));
                g.setTextBaseline(VPos.CENTER);
                g.setFill(Color.BLACK);
                drawing.accept(g);
                return sheet.faults(new Scene(new Group(canvas), 200, 100));
            }
        });
    }

    @Test
    void textsSideBySideAndBelowEachOtherAreFine() {
        assertThat(faults(g -> {
                    Brush.text(g, "375", 10, 20);
                    Brush.text(g, "66,797", 60, 20);
                    Brush.text(g, "375", 10, 36);
                    Brush.text(g, "wide", 10, 60, 100);
                }))
                .isEmpty();
    }

    @Test
    void textsThatMeetAreFound() {
        assertThat(faults(g -> {
                    Brush.text(g, "375", 10, 20);
                    Brush.text(g, "66,797", 22, 20);
                }))
                .singleElement()
                .asString()
                .contains("over each other", "375", "66,797");
    }

    @Test
    void aTextThatLeavesItsClipOrItsCanvasIsFound() {
        assertThat(faults(g -> Brush.text(g, "12,345", 180, 20)))
                .singleElement()
                .asString()
                .startsWith("cut");
        assertThat(faults(g -> {
                    Brush.clip(g, 0, 0, 200, 20);
                    Brush.text(g, "12,345", 10, 20);
                    Brush.unclip(g);
                    Brush.text(g, "12,345", 80, 20);
                }))
                .singleElement()
                .asString()
                .startsWith("cut");
    }

    @Test
    void aTextUnderABoxIsFoundWhereHalfOfItIsSeen() {
        assertThat(faults(g -> {
                    Brush.text(g, "12,345", 10, 20);
                    Brush.fill(g, 20, 0, 100, 40);
                }))
                .singleElement()
                .asString()
                .startsWith("half covered");
        assertThat(faults(g -> {
                    Brush.text(g, "12,345", 10, 20);
                    Brush.fill(g, 0, 0, 100, 40);
                    g.setFill(Color.WHITE);
                    Brush.text(g, "tag", 20, 20);
                }))
                .as("covered whole")
                .isEmpty();
        assertThat(faults(g -> {
                    Brush.text(g, "12,345", 10, 20);
                    g.setFill(Color.color(1, 0, 0, 0.3));
                    Brush.fill(g, 20, 0, 100, 40);
                }))
                .as("a tint")
                .isEmpty();
    }

    @Test
    void aSqueezedTextIsFound() {
        assertThat(faults(g -> Brush.text(g, "1,234,567", 10, 20, 25)))
                .singleElement()
                .asString()
                .startsWith("squeezed");
    }

    @Test
    void labelsOfTheSceneCountToo() {
        Pictures.runOnFx(() -> {
            try (Sheet sheet = new Sheet()) {
                Text one = new Text(10, 30, "67 lost");
                Text other = new Text(30, 30, "53,829");
                assertThat(sheet.faults(new Scene(new Group(one, other), 200, 100)))
                        .hasSize(1);
                Text clipped = new Text(10, 30, "67 lost");
                clipped.setClip(new Rectangle(0, 0, 25, 100));
                assertThat(sheet.faults(new Scene(new Group(clipped), 200, 100)))
                        .singleElement()
                        .asString()
                        .startsWith("cut");
            }
        });
    }
}
