// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AppFoldersTest {
    private static final Path HOME = Path.of("/home/lee");

    @Test
    void followTheCustomOfThePlatform() {
        assertThat(of(Map.of(), "Linux"))
                .isEqualTo(new AppFolders(HOME.resolve(".config/seonmul"), HOME.resolve(".local/state/seonmul")));
        assertThat(of(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s"), "Linux"))
                .isEqualTo(new AppFolders(Path.of("/c/seonmul"), Path.of("/s/seonmul")));
        assertThat(of(Map.of(), "Mac OS X"))
                .isEqualTo(new AppFolders(
                        HOME.resolve("Library/Application Support/Seonmul"), HOME.resolve("Library/Logs/Seonmul")));
        assertThat(of(Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), "Windows 11"))
                .isEqualTo(new AppFolders(Path.of("/roaming/Seonmul"), Path.of("/local/Seonmul")));
    }

    @Test
    void ignoreARelativeXdgPath() {
        assertThat(of(Map.of("XDG_CONFIG_HOME", "relative", "XDG_STATE_HOME", " "), "Linux"))
                .isEqualTo(of(Map.of(), "Linux"));
    }

    @Test
    void canBePutElsewhereAsAWhole() {
        Map<String, String> environment = Map.of("SEONMUL_HOME", "/elsewhere", "XDG_CONFIG_HOME", "/c");

        assertThat(of(environment, "Linux")).isEqualTo(new AppFolders(Path.of("/elsewhere"), Path.of("/elsewhere")));
        assertThat(AppFolders.of(Optional.of(Path.of("/given")), environment, "Linux", HOME))
                .isEqualTo(new AppFolders(Path.of("/given"), Path.of("/given")));
    }

    private static AppFolders of(Map<String, String> environment, String os) {
        return AppFolders.of(Optional.empty(), environment, os, HOME);
    }
}
