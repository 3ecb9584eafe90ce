// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.seonmul.export.ExportException;
import io.seonmul.ui.fx.Words;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a window says of a file that could not be written.
final class WriteFailureTest {

    private static final String FILE = "/home/x/settings.json";

    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInTheWindowsLanguage(ExportException.Reason reason) {
        WriteFailure failure = new WriteFailure(reason, FILE, "EIO");
        FileNote note = new FileNote(
                FileNote.Kind.SETTINGS_NOT_KEPT, "cannot write " + FILE + ": in English", Optional.of(failure));

        assertThat(note.notice(new Words(Locale.KOREAN)).text())
                .contains(FILE)
                .doesNotContain("cannot", "English")
                .containsPattern("쓸 수 없습니다");
        assertThat(note.notice(new Words(Locale.ENGLISH)).text())
                .contains(FILE + " cannot be written")
                .doesNotContainPattern("[가-힣]");
    }
}
