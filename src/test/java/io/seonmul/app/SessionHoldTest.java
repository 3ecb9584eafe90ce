// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.seonmul.Await;
import io.seonmul.protocol.CustomerType;
import io.seonmul.session.AppKeys;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class SessionHoldTest {

    private static final String KEY = "PSkeyThatNobodyMaySee";

    @TempDir
    private Path folder;

    private final AtomicInteger shown = new AtomicInteger();

    private static FeedSource.Server server(String ws, String key) {
        return new FeedSource.Server(
                URI.create("http://127.0.0.1:1"), URI.create(ws), CustomerType.PERSON, new AppKeys(key, "secret"));
    }

    private static FeedSource.Server source() {
        return server("ws://127.0.0.1:2/tryitout", KEY);
    }

    private SessionHold.Claim claim(FeedSource source) {
        return SessionHold.claim(source, folder, () -> shown.incrementAndGet() > 0);
    }

    private SessionHold hold(FeedSource source) {
        return assertThat(claim(source))
                .asInstanceOf(type(SessionHold.Claim.Ours.class))
                .actual()
                .hold();
    }

    @Test
    void aSecondClaimLearnsWhoHasIt() {
        try (SessionHold hold = hold(source())) {
            assertThat(hold.covers(source())).isTrue();
            assertThat(claim(source()))
                    .asInstanceOf(type(SessionHold.Claim.Taken.class))
                    .satisfies(taken -> {
                        assertThat(taken.pid())
                                .isEqualTo(
                                        OptionalLong.of(ProcessHandle.current().pid()));
                        assertThat(taken.line())
                                .isEqualTo("another seonmul (pid "
                                        + ProcessHandle.current().pid()
                                        + ") holds the connection of this app key; close it or use another key");
                    });
            assertThatThrownBy(() -> SessionHold.require(source(), folder))
                    .isInstanceOfSatisfying(
                            CommandException.class,
                            e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNEXPECTED));
        }
        hold(source()).close();
    }

    @Test
    void otherKeysOtherServersTheDemoAndPlaceholdersAreNotInTheWay() {
        List<SessionHold> held = new ArrayList<>();
        for (FeedSource source : List.of(
                source(),
                server("ws://127.0.0.1:2/tryitout", "another"),
                server("ws://127.0.0.1:3/tryitout", KEY),
                new FeedSource.Demo(),
                new FeedSource.Demo(),
                server("ws://127.0.0.1:2/tryitout", "LOOPBACK"))) {
            held.add(hold(source));
        }
        FeedSource.Server withoutKeys = new FeedSource.Server(
                URI.create("http://127.0.0.1:1"),
                URI.create("ws://127.0.0.1:2"),
                CustomerType.PERSON,
                FeedSource.PLACEHOLDERS);
        held.add(hold(withoutKeys));
        held.add(hold(withoutKeys));
        held.forEach(SessionHold::close);
    }

    @Test
    void nothingOnTheDiskTellsTheKeyAndOnlyTheOwnerReadsIt() throws IOException {
        try (SessionHold _ = hold(source());
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(file.getFileName().toString()).matches("session-[0-9a-f]{16}\\.(lock|socket)");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                if (Files.isRegularFile(file)) {
                    assertThat(file).content().doesNotContain(KEY);
                }
            }
        }
    }

    @Test
    void theHolderIsAskedToShowItsWindow() {
        try (SessionHold _ = hold(source())) {
            SessionHold.Claim.Taken taken = taken();
            assertThat(taken.showHolder()).isTrue();
            assertThat(shown).hasValue(1);
        }
    }

    @Test
    void aHolderWithoutAWindowSaysSo() throws CommandException {
        try (SessionHold _ = SessionHold.require(source(), folder)) {
            assertThat(taken().showHolder()).isFalse();
        }
    }

    @Test
    void callersWhoSayNothingOrNonsenseAreInNobodysWay() throws IOException {
        try (SessionHold _ = hold(source())) {
            SessionHold.Claim.Taken taken = taken();
            List<SocketChannel> mute = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                mute.add(call(taken.socket()));
            }
            try (SocketChannel nonsense = call(taken.socket())) {
                nonsense.write(ByteBuffer.wrap("GET / HTTP/1.1".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            } catch (IOException e) {
                assertThat(e).as("sent away").isNotNull();
            }
            Await.until("the mute are sent away", taken::showHolder);
            assertThat(shown).hasValue(1);
            for (SocketChannel channel : mute) {
                channel.close();
            }
        }
    }

    private static SocketChannel call(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return channel;
    }

    private SessionHold.Claim.Taken taken() {
        return assertThat(claim(source()))
                .asInstanceOf(type(SessionHold.Claim.Taken.class))
                .actual();
    }
}
