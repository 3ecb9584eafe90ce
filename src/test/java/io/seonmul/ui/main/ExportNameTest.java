// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The name under which an export is saved.
final class ExportNameTest {
    @TempDir
    private Path folder;

    private final List<Path> asked = new ArrayList<>();

    @Test
    void aNameWithoutAnExtensionGetsOne() {
        assertThat(Exports.named(folder.resolve("snap"), this::no)).contains(folder.resolve("snap.csv"));
        assertThat(Exports.named(folder.resolve(".snap"), this::no)).contains(folder.resolve(".snap.csv"));
        assertThat(Exports.named(folder.resolve("snap.csv"), this::no)).contains(folder.resolve("snap.csv"));
        assertThat(Exports.named(folder.resolve("snap.txt"), this::no)).contains(folder.resolve("snap.txt"));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheDialogHasNotAskedAboutIsAskedBeforeItIsReplaced() throws IOException {
        Path file = Files.createFile(folder.resolve("snap.csv"));

        assertThat(Exports.named(folder.resolve("snap"), this::no)).isEmpty();
        assertThat(Exports.named(folder.resolve("snap"), asking -> true)).contains(file);
        assertThat(Exports.named(file, this::no)).contains(file);
        assertThat(asked).containsExactly(file);
    }

    @Test
    void anExistingFileThatWasChosenIsMeant() throws IOException {
        Path file = Files.createFile(folder.resolve("snap"));

        assertThat(Exports.named(file, this::no)).contains(file);
    }

    private boolean no(Path file) {
        asked.add(file);
        return false;
    }
}
