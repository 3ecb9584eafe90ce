// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {
    private static final AppKeys KEYS = new AppKeys("canary-key", "canary-secret");

    @TempDir
    private Path folder;

    @Test
    void keepsAndForgets() throws IOException {
        KeyFile vault = new KeyFile(folder.resolve("new"));
        assertThat(vault.load()).isEmpty();

        vault.save(KEYS);
        assertThat(new KeyFile(folder.resolve("new")).load()).contains(KEYS);

        vault.forget();
        vault.forget();
        assertThat(vault.load()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("keys.json");
        Files.writeString(file, "{}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        KeyFile vault = new KeyFile(folder);

        vault.save(KEYS);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(vault.path()).isEqualTo(file);
    }

    @Test
    void aBrokenFileIsSaidWithoutItsContent() throws IOException {
        for (String text : new String[] {
            "",
            "null",
            "1",
            "\"canary-secret\"",
            "\uFEFFnull",
            "canary-secret",
            "{\"appKey\":\"canary-secret\"}",
            "[\"canary-secret\"]"
        }) {
            Files.writeString(folder.resolve("keys.json"), text);

            assertThatThrownBy(() -> new KeyFile(folder).load())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be read; delete it and enter them again")
                    .hasMessageNotContaining("canary")
                    .hasNoCause();
        }
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        Files.writeString(
                folder.resolve("keys.json"), "\uFEFF{\"appKey\":\"canary-key\",\"appSecret\":\"canary-secret\"}");

        assertThat(new KeyFile(folder).load()).contains(KEYS);
    }

    @Test
    void keysThatCannotBeKeptLoseNoOthers() throws IOException {
        KeyFile vault = new KeyFile(folder);
        vault.save(KEYS);
        Path plain = Files.createFile(folder.resolve("plain"));

        assertThatThrownBy(() -> new KeyFile(plain).save(new AppKeys("other", "other")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(plain.toString());

        assertThat(vault.load()).contains(KEYS);
    }
}
