// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.Pictures;
import io.seonmul.ui.Pulses;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What is asked of a drawn pane is drawn, whatever becomes of the windows and places around it
/// meanwhile.
final class DrawnPaneTest {
    private static final int ROUNDS = 150;

    /// A pane that remembers what it drew.
    private static final class Probe extends DrawnPane {
        private int asked;
        private int drawn = -1;
        private int draws;

        void ask() {
            asked++;
            requestDraw();
        }

        @Override
        protected void draw(GraphicsContext g, double width, double height) {
            drawn = asked;
            draws++;
        }
    }

    /// A place that puts its drawn pane where it wants, as a line of the table does.
    private static final class Place extends Region {
        private final Probe probe;
        private boolean disturbing;

        Place(boolean managed) {
            probe = new Probe();
            probe.setManaged(managed);
            getChildren().add(probe);
            setPrefSize(60, 20);
        }

        @Override
        protected void layoutChildren() {
            probe.resizeRelocate(0, 0, getWidth(), getHeight());
            if (disturbing && getParent() != null) {
                disturbing = false;
                // As the cells of a list do: JavaFX forgets a layout that is asked for while the parent does its own.
                ((Region) getParent().getChildrenUnmodifiable().getFirst()).requestLayout();
            }
        }
    }

    private static final class Windows implements AutoCloseable {
        private final List<Stage> stages = List.of(new Stage(), new Stage());
        private final List<VBox> columns = new ArrayList<>();
        private final List<Place> places = new ArrayList<>();

        Windows() {
            for (Stage stage : stages) {
                VBox left = new VBox();
                VBox right = new VBox();
                columns.addAll(List.of(left, right));
                stage.setScene(new Scene(new StackPane(new VBox(new StackPane(left), new StackPane(right))), 300, 300));
                stage.show();
            }
            for (int i = 0; i < 8; i++) {
                Place place = new Place(i % 2 == 0);
                places.add(place);
                columns.get(i % columns.size()).getChildren().add(place);
            }
        }

        /// What a desk does to its panes, in any order, between two frames and in the middle of a layout.
        void disturb(Random random) {
            Place place = places.get(random.nextInt(places.size()));
            VBox column = columns.get(random.nextInt(columns.size()));
            switch (random.nextInt(10)) {
                case 0 -> place.setVisible(!place.isVisible());
                case 1 -> column.setVisible(!column.isVisible());
                case 2 -> column.setManaged(!column.isManaged());
                case 3 -> remove(place);
                case 4 -> move(place, column);
                case 5 -> {
                    // As a tree that is rebuilt: filled before it is in a window, and laid out at once.
                    StackPane home = (StackPane) column.getParent();
                    home.getChildren().clear();
                    move(place, column);
                    place.probe.ask();
                    column.layout();
                    home.getChildren().setAll(column);
                }
                case 6 -> place.setPrefSize(random.nextInt(3) * 30, 20);
                case 7 -> {
                    place.disturbing = true;
                    place.requestLayout();
                }
                case 8 -> column.getScene().getRoot().layout();
                default -> column.getChildren().forEach(child -> ((Place) child).probe.ask());
            }
        }

        private static void remove(Place place) {
            if (place.getParent() instanceof VBox from) {
                from.getChildren().remove(place);
            }
        }

        private static void move(Place place, VBox to) {
            remove(place);
            to.getChildren().add(place);
        }

        void calm() {
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                place.setVisible(true);
                place.setPrefSize(60, 20);
                if (place.getParent() == null) {
                    columns.get(i % columns.size()).getChildren().add(place);
                }
            }
            columns.forEach(column -> {
                column.setVisible(true);
                column.setManaged(true);
            });
        }

        @Override
        public void close() {
            stages.forEach(Stage::close);
        }
    }

    @Test
    void noRebuildHideShowDetachOrFoldLosesADraw() {
        Windows windows = Pictures.onFx(Windows::new);
        long seed = 20_261_201;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Pictures.runOnFx(() -> {
                for (int i = 0; i < 12; i++) {
                    windows.disturb(random);
                    windows.places
                            .get(random.nextInt(windows.places.size()))
                            .probe
                            .ask();
                }
            });
            if (round % 3 == 0) {
                Pulses.await(1);
            }
            Pictures.runOnFx(() -> {
                windows.disturb(random);
                windows.calm();
            });
            Pulses.await(2);
            int now = round;
            Pictures.runOnFx(() -> windows.places.forEach(place -> assertThat(place.probe.drawn)
                    .as("seed %d, round %d, place %d", seed, now, windows.places.indexOf(place))
                    .isEqualTo(place.probe.asked)));
        }
        Pictures.runOnFx(windows::close);
    }

    /// What froze the table: a cell that wants a layout which JavaFX has forgotten keeps all that is in
    /// it from one.
    @Test
    void aLayoutThatJavaFxForgetsLosesNoDraw() {
        Windows windows = Pictures.onFx(Windows::new);
        Pulses.await(2);
        Place first = windows.places.get(1);
        Place last = windows.places.get(5);
        Pictures.runOnFx(() -> {
            assertThat(last.getParent().getChildrenUnmodifiable()).containsExactly(first, last);
            last.disturbing = true;
            last.requestLayout();
        });
        Pulses.await(2);
        Pictures.runOnFx(first.probe::ask);
        Pulses.await(2);
        assertThat(Pictures.onFx(() -> first.probe.drawn)).isEqualTo(1);
        Pictures.runOnFx(windows::close);
    }

    @Test
    void manyRequestsAreOneDrawAndNoRequestIsNone() {
        Windows windows = Pictures.onFx(Windows::new);
        Pulses.await(2);
        Probe probe = windows.places.getFirst().probe;
        int before = Pictures.onFx(() -> {
            int draws = probe.draws;
            for (int i = 0; i < 50; i++) {
                probe.ask();
            }
            return draws;
        });
        Pulses.await(3);
        assertThat(Pictures.onFx(() -> probe.draws)).isEqualTo(before + 1);
        Pictures.runOnFx(windows::close);
    }

    @Test
    void whatIsNotSeenIsDrawnOnceItIs() {
        Windows windows = Pictures.onFx(Windows::new);
        Pulses.await(2);
        Place place = windows.places.getFirst();
        int before = Pictures.onFx(() -> {
            place.getParent().setVisible(false);
            place.probe.ask();
            return place.probe.draws;
        });
        Pulses.await(2);
        assertThat(Pictures.onFx(() -> place.probe.draws)).isEqualTo(before);
        Pictures.runOnFx(() -> place.getParent().setVisible(true));
        Pulses.await(2);
        assertThat(Pictures.onFx(() -> place.probe.drawn == place.probe.asked)).isTrue();
        Pictures.runOnFx(windows::close);
    }
}
