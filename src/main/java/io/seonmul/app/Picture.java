// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.export.AtomicFile;
import io.seonmul.export.ExportException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/// Pictures of a window as PNG files.
final class Picture {

    static {
        // Only the image classes are used: no desktop of AWT's own beside that of JavaFX.
        System.setProperty("java.awt.headless", "true");
    }

    private Picture() {}

    /// What `scene` shows now. FX thread.
    static BufferedImage of(Scene scene) {
        return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    }

    /// Writes `image` to `file`, whole or not at all. Any thread; blocks.
    ///
    /// @return the file as an absolute path
    /// @throws ExportException if it could not be written
    static Path write(Path file, BufferedImage image) throws ExportException {
        return AtomicFile.write(file, out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("no writer of PNG files");
            }
        });
    }
}
