// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What this process has open, for tests that must leave nothing behind.
final class OpenDescriptors {

    private static final String SOCKET = "socket";

    private OpenDescriptors() {}

    /// The JDK keeps one socket for good since it first closed another.
    static void connectOnce() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    /// Sockets that this process has open, where the system tells.
    static long sockets() {
        return all().getOrDefault(SOCKET, 0L);
    }

    /// How many of each kind are open, where the system tells: a file by its path, sockets, pipes and selectors each
    /// together. Not the archives that classes come from: the JVM opens one when it first needs it, and keeps it.
    static Map<String, Long> all() {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return Map.of();
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(OpenDescriptors::kind)
                    .filter(kind -> !kind.isEmpty() && !kind.endsWith(".jar") && !kind.endsWith("/lib/modules"))
                    .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Such as `/a/file` of `/a/file`, `socket` of `socket:[4711]`; empty if it was closed meanwhile.
    private static String kind(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/") ? target : target.replaceFirst(":\\[\\d+]$", "");
        } catch (IOException e) {
            return "";
        }
    }
}
