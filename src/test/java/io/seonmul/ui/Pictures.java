// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Writes what a person would see to `target/pictures`, and runs code on the FX thread. Any thread.
///
/// JavaFX is started once for all tests of the process, on the platform that needs no display. Controls can only be
/// made after that, so make them inside of [#onFx].
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");
    private static final long LONGEST_SECONDS = 60;

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Pictures() {}

    /// As [#snap(Parent, int, int, Look, String)], in Korea's colours.
    public static Path snap(Parent root, int width, int height, Theme theme, String name) {
        return snap(root, width, height, new Look(theme, false), name);
    }

    /// Writes a picture of `root` as a window of that size would show it.
    ///
    /// @param root a node that no window shows; it may be given again
    /// @param name of the file without its ending
    /// @return the file
    public static Path snap(Parent root, int width, int height, Look look, String name) {
        return onFx(() -> {
            Scene scene = root.getScene();
            if (scene == null || scene.getWidth() != width || scene.getHeight() != height) {
                if (scene != null) {
                    scene.setRoot(new Group());
                }
                scene = new Scene(root, width, height);
            }
            look.apply(scene);
            // Virtualised controls make their rows in one pass and lay them out in the next.
            scene.snapshot(null);
            return judged(scene, name);
        });
    }

    /// Writes a picture of a scene that a window shows.
    public static Path snap(Scene scene, String name) {
        return onFx(() -> judged(scene, name));
    }

    /// Every text on the picture must be readable.
    private static Path judged(Scene scene, String name) throws IOException {
        try (Sheet sheet = new Sheet()) {
            Sheet.redraw(scene);
            Path file = write(scene.snapshot(null), name);
            assertThat(sheet.faults(scene))
                    .as("texts that cannot be read on " + file)
                    .isEmpty();
            return file;
        }
    }

    /// Runs `work` on the FX thread and waits for what it returns.
    public static <T> T onFx(Callable<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw unchecked(e);
            }
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    /// Runs `work` on the FX thread and waits for its end.
    public static void runOnFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /// Not in a static initialiser: JavaFX's own thread would wait for the class that waits for it.
    private static void start() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Boolean> started = new CompletableFuture<>();
            try {
                Platform.startup(() -> started.complete(true));
            } catch (IllegalStateException alreadyRunning) {
                started.complete(true);
            }
            await(started);
            Platform.setImplicitExit(false);
        }
    }

    private static Path write(WritableImage image, String name) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + ".png");
        // A window is opaque, and its transparency would be undone pixel by pixel.
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage opaque =
                SwingFXUtils.fromFXImage(image, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        if (!ImageIO.write(opaque, "png", file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        return file;
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RuntimeException unchecked(Throwable e) {
        return switch (e) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case IOException cause -> new UncheckedIOException(cause);
            default -> new IllegalStateException(e);
        };
    }
}
