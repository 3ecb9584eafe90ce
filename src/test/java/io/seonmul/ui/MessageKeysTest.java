// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The two languages of the window say the same things, and every word that a layout asks for exists.
final class MessageKeysTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "io", "seonmul");
    private static final Path ENGLISH = RESOURCES.resolve(Path.of("ui", "messages.properties"));
    private static final Path KOREAN = RESOURCES.resolve(Path.of("ui", "messages_ko.properties"));

    private static final Pattern KEY_IN_FXML = Pattern.compile("=\"%([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(messages(KOREAN).keySet()).isEqualTo(messages(ENGLISH).keySet());
    }

    @Test
    void everyKeyHasWords() throws IOException {
        for (Path file : List.of(ENGLISH, KOREAN)) {
            assertThat(messages(file))
                    .as(file.toString())
                    .allSatisfy((key, words) -> assertThat(words).as(key).isNotBlank());
        }
    }

    @Test
    void bothLanguagesUseTheSameArguments() throws IOException {
        Map<String, String> korean = messages(KOREAN);
        messages(ENGLISH)
                .forEach((key, words) -> assertThat(arguments(korean.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(words)));
    }

    /// Git merges these files line by line (`merge=union`), so a key may come in twice without a conflict.
    @Test
    void noKeyIsSaidTwice() throws IOException {
        for (Path file : List.of(ENGLISH, KOREAN)) {
            List<String> keys = new ArrayList<>();
            var collector = new Properties() {
                @Override
                public synchronized Object put(Object key, Object words) {
                    keys.add(key.toString());
                    return words;
                }
            };
            collector.load(new StringReader(Files.readString(file, UTF_8)));
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatALayoutAsksForExists() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".fxml")).toList()) {
                KEY_IN_FXML.matcher(Files.readString(file, UTF_8)).results().forEach(key -> asked.add(key.group(1)));
            }
        }
        asked.removeAll(messages(ENGLISH).keySet());
        assertThat(asked).as("keys in FXML that no language knows").isEmpty();
    }

    private static Set<String> arguments(String words) {
        return ARGUMENT.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, String> messages(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file, UTF_8)));
        Map<String, String> messages = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }
}
