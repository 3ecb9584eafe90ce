// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.Await;
import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.main.FileNote;
import io.seonmul.ui.main.UiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RememberedTest {

    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        Files.writeString(file(), "\uFEFF{\"window\":{\"codes\":[\"A01612\"]}}");

        try (Remembered remembered = remembered()) {
            assertThat(remembered.loaded().codes()).containsExactly(new InstrumentCode("A01612"));
            assertThat(remembered.warning()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-99999999999999999999999",
                "1e400",
                "12.5e-1",
                "9223372036854775808",
                "\"x\"",
                "null"
            })
    void aNumberOutOfRangeCostsThatSettingOnly(String number) throws IOException {
        Files.writeString(
                file(),
                "{\"window\":{\"codes\":[\"A01612\"],\"look\":{\"theme\":\"LIGHT\",\"size\":" + number + "},"
                        + "\"window\":{\"x\":" + number + ",\"y\":" + number + ",\"width\":" + number
                        + ",\"height\":" + number + "},\"limits\":{\"columns\":" + number + "}}}");

        try (Remembered remembered = remembered()) {
            assertThat(remembered.loaded().codes()).containsExactly(new InstrumentCode("A01612"));
            assertThat(remembered.warning()).isEmpty();
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidOnceTriedAgainAndSaidToBeBack() throws Exception {
        Path blocked = Files.createFile(folder.resolve("home"));
        Remembered remembered = new Remembered(new SettingsStore(blocked), lines::add, SOON);
        try (remembered) {
            remembered.keep(with("A01612"));
            Await.until("the line", () -> !lines.isEmpty());
            remembered.keep(with("A05612"));
            Files.delete(blocked);
            Await.until("the line", () -> lines.size() == 2);
        }

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("the settings are not kept: ").contains(blocked.toString());
        assertThat(lines.get(1)).isEqualTo("the settings are kept again in " + blocked.resolve("settings.json"));
        assertThat(notes(remembered))
                .containsSubsequence(FileNote.Kind.SETTINGS_NOT_KEPT, FileNote.Kind.SETTINGS_KEPT_AGAIN);
        try (Remembered again = new Remembered(new SettingsStore(blocked), lines::add)) {
            assertThat(again.loaded().codes()).containsExactly(new InstrumentCode("A05612"));
        }
    }

    @Test
    void theSecondOnOneHomeSaysWhoseSettingsItHasAndLosesNoneOfThem() throws Exception {
        Remembered first = remembered();
        try (Remembered second = remembered()) {
            first.begin();
            second.begin();
            Await.until("the line", () -> lines.size() == 1);
            second.keep(with("A05612"));
            first.keep(with("A01612"));
            Await.until("the line", () -> Files.exists(file()));
            first.close();
            Await.until("the line", () -> lines.size() == 2);
            assertThat(notes(second))
                    .containsExactly(FileNote.Kind.SETTINGS_ELSEWHERE, FileNote.Kind.SETTINGS_SUPERSEDED);
        }

        assertThat(lines.get(0)).contains("pid " + ProcessHandle.current().pid(), file().toString());
        try (Remembered third = remembered()) {
            assertThat(third.loaded().codes()).containsExactly(new InstrumentCode("A01612"));
        }
    }

    @Test
    void theSecondKeepsItsOwnWhenTheFirstEndsWithoutAChange() throws Exception {
        Remembered first = remembered();
        try (Remembered second = remembered()) {
            second.keep(with("A05612"));
            Await.until("the line", () -> lines.size() == 1);
            first.close();
            Await.until("the line", () -> lines.size() == 2);
            assertThat(notes(second))
                    .containsExactly(FileNote.Kind.SETTINGS_ELSEWHERE, FileNote.Kind.SETTINGS_KEPT_AGAIN);
        }

        try (Remembered third = remembered()) {
            assertThat(third.loaded().codes()).containsExactly(new InstrumentCode("A05612"));
        }
    }

    @Test
    void whatCannotBeReadNeverTakesThePlaceOfWhatWasPutAsideBefore() throws IOException {
        for (String garbage : List.of("one", "two", "three")) {
            Files.writeString(file(), garbage);
            try (Remembered remembered = remembered()) {
                assertThat(notes(remembered)).containsExactly(FileNote.Kind.SETTINGS_UNREADABLE);
            }
        }

        assertThat(folder.resolve("settings.json.bad")).hasContent("one");
        assertThat(folder.resolve("settings.json.bad.2")).hasContent("two");
        assertThat(folder.resolve("settings.json.bad.3")).hasContent("three");
    }

    private Remembered remembered() {
        return new Remembered(new SettingsStore(folder), lines::add, SOON);
    }

    private Path file() {
        return folder.resolve("settings.json");
    }

    private static UiSettings with(String code) {
        return UiSettings.DEFAULT.withCodes(List.of(new InstrumentCode(code)), Optional.empty());
    }

    private static List<FileNote.Kind> notes(Remembered remembered) {
        List<FileNote.Kind> kinds = new ArrayList<>();
        for (Optional<FileNote> note = remembered.takeNote(); note.isPresent(); note = remembered.takeNote()) {
            kinds.add(note.get().kind());
        }
        return kinds;
    }
}
