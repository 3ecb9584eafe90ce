// SPDX-License-Identifier: Apache-2.0
package io.seonmul;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house that only the source text shows.
final class SourceRulesTest {
    private static final Path SOURCE = Path.of("src");
    private static final int LONGEST = 500;

    /// A script, an expression, a handler or a style inside a layout.
    private static final Pattern MORE_THAN_LAYOUT =
            Pattern.compile("<\\?language|<fx:script|\\$\\{|\\sstyle=|\\son[A-Z]\\w*=\"(?!#)");

    @Test
    void everyJavaFileNamesItsLicence() {
        assertThat(sources(".java", text -> !text.startsWith("// SPDX-License-Identifier: Apache-2.0\n")))
                .as("files without the SPDX line")
                .isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(sources("", text -> text.lines().count() >= LONGEST))
                .as("files of " + LONGEST + " lines or more")
                .isEmpty();
    }

    @Test
    void seoulIsNamedOnce() {
        String zone = "\"Asia" + "/Seoul\"";
        assertThat(sources(".java", text -> text.contains(zone)).stream()
                        .filter(file -> file.startsWith(Path.of("src", "main"))))
                .as("files that name the exchange's time zone instead of using TradingCalendar.SEOUL")
                .allMatch(file -> file.endsWith(Path.of("market", "TradingCalendar.java")));
    }

    @Test
    void layoutIsOnlyLayout() {
        assertThat(sources(".fxml", text -> MORE_THAN_LAYOUT.matcher(text).find()))
                .as("FXML with a script, an expression or an inline style")
                .isEmpty();
    }

    private static List<Path> sources(String suffix, Predicate<String> guilty) {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            List<Path> texts = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> file.toString().matches(".*\\.(java|fxml|css)"))
                    .toList();
            return texts.stream().filter(file -> guilty.test(read(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
