// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The icon of every window, in each size a desktop may ask for. FX thread only.
public final class WindowIcons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    /// The icon, smallest first.
    public static List<Image> all() {
        Stream<String> files = SIZES.stream().map(size -> "/io/seonmul/ui/icons/seonmul-" + size + ".png");
        return files.map(file -> new Image(Objects.requireNonNull(WindowIcons.class.getResourceAsStream(file), file)))
                .toList();
    }
}
