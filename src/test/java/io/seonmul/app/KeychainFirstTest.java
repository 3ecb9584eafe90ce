// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.seonmul.app.FakeKeychain.Trouble;
import io.seonmul.session.AppKeys;
import io.seonmul.ui.settings.KeySafe.Obstacle;
import io.seonmul.ui.settings.KeySafe.Whereabouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class KeychainFirstTest {
    private static final AppKeys OLD = new AppKeys("canary-old-key", "canary-old-secret");
    private static final AppKeys NEW = new AppKeys("canary-new-key", "canary-new-secret");
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final FakeKeychain keychain = new FakeKeychain();

    private KeyVault started() {
        return started(LATE);
    }

    /// The vault of a program that has just been started.
    private KeyVault started(Duration answer) {
        return new KeychainFirst(
                () -> keychain, new KeyFile(folder), folder.toString(), new KeychainFirst.Deadlines(answer, LATE));
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    private Whereabouts inFile(Obstacle obstacle) {
        return new Whereabouts.OwnerOnlyFile(file().toString(), obstacle);
    }

    @Test
    void theKeychainKeepsThem() throws IOException {
        KeyVault vault = started();
        assertThat(vault.load()).isEmpty();
        assertThat(vault.whereabouts()).isEqualTo(new Whereabouts.Nowhere());

        vault.save(OLD);
        vault.save(NEW);

        assertThat(vault.whereabouts()).isEqualTo(new Whereabouts.Keychain());
        assertThat(file()).doesNotExist();
        assertThat(started().whereabouts()).isEqualTo(new Whereabouts.Keychain());
        assertThat(started().load()).contains(NEW);

        assertThat(started().forget()).isEmpty();
        assertThat(keychain.secrets).isEmpty();
        assertThat(started().load()).isEmpty();
    }

    @Test
    void eachFolderHasItsOwn() throws IOException {
        started().save(OLD);
        KeyVault other = new KeychainFirst(
                () -> keychain, new KeyFile(folder.resolve("b")), "b", new KeychainFirst.Deadlines(LATE, LATE));

        assertThat(other.load()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ABSENT, ABSENT", "LOCKED, LOCKED", "DECLINES, REFUSED", "FORGETS, REFUSED"})
    void theFileKeepsThemWhereTheKeychainDoesNotAndSaysWhy(Trouble trouble, Obstacle obstacle) throws IOException {
        keychain.trouble = trouble;
        KeyVault vault = started();

        vault.save(NEW);

        assertThat(vault.whereabouts()).isEqualTo(inFile(obstacle));
        KeyVault next = started();
        assertThat(next.load()).contains(NEW);
        assertThat(next.whereabouts()).isEqualTo(inFile(obstacle));
        assertThat(next.forget())
                .isEqualTo(
                        trouble == Trouble.FORGETS || trouble == Trouble.ABSENT || keychain.secrets.isEmpty()
                                ? Optional.empty()
                                : Optional.of(obstacle));
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsInTheFileMovesIntoTheKeychain() throws IOException {
        new KeyFile(folder).save(OLD);
        KeyVault vault = started();

        assertThat(vault.load()).contains(OLD);
        assertThat(vault.whereabouts()).isEqualTo(new Whereabouts.Keychain());
        assertThat(file()).doesNotExist();
        assertThat(started().load()).contains(OLD);
    }

    @Test
    void itMovesToWhereSettingsAreOpenedWithoutAConnection() throws IOException {
        new KeyFile(folder).save(OLD);

        assertThat(started().whereabouts()).isEqualTo(new Whereabouts.Keychain());
        assertThat(file()).doesNotExist();
    }

    @Test
    void theFileStaysUntilTheKeychainGaveBackWhatItWasGiven() throws IOException {
        new KeyFile(folder).save(OLD);
        keychain.trouble = Trouble.FORGETS;
        KeyVault vault = started();

        assertThat(vault.load()).contains(OLD);
        assertThat(vault.whereabouts()).isEqualTo(inFile(Obstacle.REFUSED));
        assertThat(new KeyFile(folder).load()).contains(OLD);
    }

    @Test
    void keysOfTheFileAreNewerThanThoseOfTheKeychain() throws IOException {
        started().save(OLD);
        keychain.trouble = Trouble.LOCKED;
        started().save(NEW);
        keychain.trouble = Trouble.NONE;

        assertThat(started().load()).contains(NEW);
        KeyVault next = started();
        assertThat(next.load()).contains(NEW);
        assertThat(next.whereabouts()).isEqualTo(new Whereabouts.Keychain());
        assertThat(started().load()).contains(NEW);
        assertThat(file()).doesNotExist();
    }

    @Test
    void keysThatAreLockedAwayAreNotSaidToBeNone() throws IOException {
        started().save(OLD);
        keychain.trouble = Trouble.LOCKED;
        KeyVault vault = started();

        assertThat(vault.load()).isEmpty();
        assertThat(vault.whereabouts()).isEqualTo(new Whereabouts.Withheld(Obstacle.LOCKED));
        assertThat(FeedSource.noKeys(vault)).hasMessageContaining("keychain may have some, but it is locked");
        assertThat(vault.forget()).contains(Obstacle.LOCKED);
    }

    @Test
    void aKeychainThatHangsIsGivenUpAndLosesNothing() throws IOException {
        keychain.trouble = Trouble.HANGS;
        KeyVault vault = started(SOON);

        assertThat(vault.load()).isEmpty();
        assertThat(vault.whereabouts()).isEqualTo(new Whereabouts.Withheld(Obstacle.SILENT));
        vault.save(NEW);
        assertThat(vault.whereabouts()).isEqualTo(inFile(Obstacle.SILENT));
        assertThat(started(SOON).load()).contains(NEW);

        keychain.release();
        KeyVault next = started();
        assertThat(next.load()).contains(NEW);
        assertThat(next.whereabouts()).isEqualTo(new Whereabouts.Keychain());
    }

    @Test
    void aFileThatCannotBeRemovedIsToldBecauseItCountsAsNewer() throws IOException {
        Files.createDirectories(file().resolve("not-empty"));

        assertThatThrownBy(() -> started().save(NEW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keys.json cannot be deleted");
    }

    @Test
    void noLogTellsAKey() throws IOException {
        List<String> lines = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new java.util.logging.SimpleFormatter().format(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(KeychainFirst.class.getName());
        log.addHandler(listening);
        try {
            for (Trouble trouble : List.of(Trouble.NONE, Trouble.ABSENT, Trouble.LOCKED, Trouble.DECLINES)) {
                keychain.trouble = trouble;
                new KeyFile(folder).save(OLD);
                KeyVault vault = started();
                vault.load();
                vault.save(NEW);
                vault.whereabouts();
                vault.forget();
            }
        } finally {
            log.removeHandler(listening);
        }
        assertThat(lines).hasSizeGreaterThan(3).noneMatch(line -> line.contains("canary"));
    }

    /// Skipped where no keychain answers, such as in a container; run it under `dbus-run-session`.
    @Test
    void theKeychainOfThisSystemKeepsThem() throws IOException {
        Path own = folder.resolve("real");
        KeyVault vault = real(own);
        assumeThat(vault.whereabouts()).isEqualTo(new Whereabouts.Nowhere());
        vault.save(OLD);
        assumeThat(vault.whereabouts()).isEqualTo(new Whereabouts.Keychain());
        try {
            vault.save(NEW);
            assertThat(real(own).load()).contains(NEW);
            assertThat(own).doesNotExist();
        } finally {
            assertThat(real(own).forget()).isEmpty();
        }
        assertThat(real(own).whereabouts()).isEqualTo(new Whereabouts.Nowhere());
        assertThat(real(own).load()).isEmpty();
    }

    private static KeyVault real(Path folder) {
        return new KeychainFirst(
                io.seonmul.app.keychain.Keychain::ofThisSystem,
                new KeyFile(folder),
                folder.toString(),
                KeychainFirst.Deadlines.DEFAULT);
    }
}
