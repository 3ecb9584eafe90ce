// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.seonmul.Fuzzed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Any file in the place of the keys, and of the day's limit events.
final class KeptJsonFuzzTest {

    private static final Path FOLDER = Path.of("target", "fuzz", "kept");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T01:30:00Z"));

    /// Every bad line is one in the log; held by a field, since the registry holds it weakly.
    private static final Logger LOGGER = Logger.getLogger("io.seonmul.app");

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyKeysAreReadOrRefused(byte[] data) {
        Fuzzed.survives(data.length, IOException.class, () -> {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve("keys.json"), data);
            return new KeyFile(FOLDER).load();
        });
    }

    @FuzzTest(maxDuration = Fuzzed.TIME)
    void anyLinesOfEventsAreReadOrLeftOut(byte[] data) {
        LOGGER.setLevel(Level.OFF);
        Fuzzed.survives(data.length, IOException.class, () -> {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve("limits-20261123.jsonl"), data);
            try (LimitJournalFile journal = LimitJournalFile.open(FOLDER, "limits", CLOCK)) {
                return journal.kept();
            }
        });
    }
}
