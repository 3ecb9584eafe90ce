// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import io.seonmul.export.ExportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsStoreTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstStartHasNoSettingsAndNoWarning() {
        SettingsStore.Loaded loaded = new SettingsStore(folder.resolve("new")).load();

        assertThat(loaded.values()).isEmpty();
        assertThat(loaded.warning()).isEmpty();
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        Map<String, Object> values =
                Map.of("language", "KOREAN", "codes", List.of("A01612"), "window", Map.of("x", 1.5));

        new SettingsStore(folder.resolve("new")).save(values);

        assertThat(new SettingsStore(folder.resolve("new")).load().values()).isEqualTo(values);
    }

    @Test
    void whatThisVersionDoesNotKnowIsKeptAtEveryDepth() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(
                file, "{\"future\":[1],\"look\":{\"theme\":\"DARK\",\"contrast\":2},\"codes\":[\"A\",\"B\"]}");
        SettingsStore store = new SettingsStore(folder);
        store.load();

        store.save(Map.of("look", Map.of("theme", "LIGHT"), "codes", List.of("C")));

        assertThat(JSON.std.mapFrom(Files.readString(file)))
                .isEqualTo(Map.of(
                        "future", List.of(1), "look", Map.of("theme", "LIGHT", "contrast", 2), "codes", List.of("C")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"a\":}", "\u0000\u0000\u0000"})
    void whatCannotBeReadIsKeptAside(String text) throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, text);
        SettingsStore store = new SettingsStore(folder);

        SettingsStore.Loaded loaded = store.load();
        store.save(Map.of("a", 1));

        assertThat(loaded.values()).isEmpty();
        assertThat(loaded.warning())
                .hasValueSatisfying(warning ->
                        assertThat(warning).contains(file.toString(), "settings.json.bad", "defaults are used"));
        assertThat(folder.resolve("settings.json.bad")).hasContent(text);
        assertThat(store.load().values()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void aFolderThatIsAFileIsSaidClearly() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain"));

        assertThatThrownBy(() -> new SettingsStore(plain).save(Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(plain.toString());
    }

    @Test
    void aFailedSaveLosesNothing() throws IOException {
        SettingsStore store = new SettingsStore(folder);
        store.save(Map.of("a", 1));
        Files.delete(folder.resolve("settings.json"));
        Files.createDirectory(folder.resolve("settings.json"));

        assertThatThrownBy(() -> store.save(Map.of("a", 2))).isInstanceOf(ExportException.class);
    }
}
