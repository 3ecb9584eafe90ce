// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import io.seonmul.ui.main.UiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Any file in the place of the settings.
final class SettingsFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz", "settings");
    private static final Path FILE = FOLDER.resolve("settings.json");

    /// Every bad setting is a line in the log; held by a field, since the registry holds it weakly.
    private static final Logger LOGGER = Logger.getLogger("io.seonmul.app");

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyFileIsReadOrPutAside(byte[] data) {
        LOGGER.setLevel(Level.OFF);
        Fuzzed.survives(data.length, IOException.class, () -> read(data));
    }

    private static UiSettings read(byte[] data) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FILE, data);
        try (Remembered remembered = new Remembered(new SettingsStore(FOLDER), line -> {})) {
            UiSettings settings = remembered.loaded();
            assertThat(RecordTree.read(RecordTree.of(settings), UiSettings.DEFAULT))
                    .isEqualTo(settings);
            return settings;
        }
    }
}
