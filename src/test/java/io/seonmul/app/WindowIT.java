// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window of the packaged modules on a machine without a display.
final class WindowIT {
    @TempDir
    private Path home;

    @Test
    void theDemoIsPicturedAndRemembered() throws Exception {
        Path folder = home.resolve("a").resolve("b");

        Launch.Run run = Launch.run(home, "--demo", "--for", "3s", "--capture", folder.toString());

        assertThat(run.errLines()).singleElement().asString().contains("no display", folder.toString());
        assertThat(run.outLines())
                .containsExactly(
                        folder.resolve("window.png").toString(),
                        folder.resolve("snapshot.csv").toString());
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllLines(folder.resolve("snapshot.csv")))
                .hasSizeGreaterThan(1)
                .anyMatch(row -> row.contains("flowing"));
        BufferedImage picture = ImageIO.read(folder.resolve("window.png").toFile());
        assertThat(picture.getWidth()).isGreaterThan(1_000);
        assertThat(colors(picture)).isGreaterThan(200);
        assertThat(home.resolve("settings.json")).content().contains("\"codes\"", "A01");
    }

    @Test
    void settingsThatCannotBeReadAreKeptAsideAndSaid() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{");

        Launch.Run run = Launch.run(home, "--demo", "--for", "1s");

        assertThat(run.errLines()).hasSize(2).anyMatch(line -> line.contains("settings.json.bad"));
        assertThat(run.exitCode()).isZero();
        assertThat(home.resolve("settings.json.bad")).hasContent("{");
        assertThat(home.resolve("target/demo/window.png")).isNotEmptyFile();
    }

    /// Not even the super-user may make a folder there.
    @Test
    void aHomeThatCannotBeWrittenIsSaidFromTheBeginningAndTheMonitorGoesOn() throws Exception {
        assumeThat(Path.of("/sys")).isDirectory();

        Launch.Run run = Launch.run(home, "--demo", "--for", "3s", "--home", "/sys/seonmul");

        assertThat(run.errLines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("seonmul: there is no log: it could not be opened in /sys/seonmul"))
                .anyMatch(line -> line.startsWith("seonmul: the settings are not kept: "))
                .anyMatch(line -> line.contains("no display"));
        assertThat(run.exitCode()).isZero();
        assertThat(home.resolve("target/demo/window.png")).isNotEmptyFile();
    }

    @Test
    void endsInOrderWhenItIsTerminated() throws Exception {
        try (Launch window = Launch.start(home, Map.of(), "--demo", "--for", "10m")) {
            window.awaitLineIn(home.resolve("seonmul-0.0.log"), line -> line.contains("the window is shown"));

            window.terminate();
            Launch.Run run = window.await();

            assertThat(run.errLines()).singleElement().asString().contains("no display");
            assertThat(run.exitCode()).isZero();
        }
        assertThat(home.resolve("target/demo/window.png")).doesNotExist();
    }

    @Test
    void endsInOrderWhenItIsTerminatedWhileItStarts() throws Exception {
        try (Launch window = Launch.start(home, Map.of(), "--demo", "--for", "10m")) {
            window.awaitLineIn(home.resolve("seonmul-0.0.log"), line -> line.contains("MonitorCommand"));

            window.terminate();

            assertThat(window.await().exitCode()).isZero();
        }
    }

    private static long colors(BufferedImage picture) {
        return IntStream.range(0, picture.getHeight())
                .flatMap(y -> IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, y)))
                .distinct()
                .count();
    }
}
