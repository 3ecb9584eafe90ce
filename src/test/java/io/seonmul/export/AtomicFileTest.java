// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesTheFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.csv");

        assertThat(write(file, "old")).isEqualTo(file.toAbsolutePath());
        write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("a.csv");
    }

    @Test
    void aFailureAfterHalfTheContentKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("a.csv");
        write(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes(StandardCharsets.UTF_8));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(
                        ExportException.class, e -> assertThat(e.reason()).isEqualTo(ExportException.Reason.DISK_FULL))
                .hasMessageContainingAll(file.toString(), "the disk is full", "make room");

        assertThat(file).hasContent("old");
        assertThat(entries()).containsExactly("a.csv");
    }

    @Test
    void aDefectInTheContentLeavesNoTemporaryFile() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.csv"), out -> {
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(entries()).isEmpty();
    }

    @Test
    void aMissingFolderIsNamed() {
        Path file = folder.resolve("none").resolve("a.csv");

        refused(file, ExportException.Reason.NO_FOLDER, "there is no folder " + file.getParent());
    }

    @Test
    void aFolderIsNotAFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.csv"));
        Files.createFile(file.resolve("inside"));

        refused(file, ExportException.Reason.FILE_IS_A_FOLDER, "it is a folder");
        refused(folder.getRoot(), ExportException.Reason.FILE_IS_A_FOLDER, "it is a folder");
        assertThat(file.resolve("inside")).exists();
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("plain")).resolve("a.csv");

        refused(file, ExportException.Reason.FOLDER_IS_A_FILE, "is not a folder");
    }

    @Test
    void aReadOnlyFolderIsNamed() throws IOException {
        Path closed = closedFolder();
        try {
            refused(closed.resolve("a.csv"), ExportException.Reason.NOT_ALLOWED, "not allowed");
        } finally {
            if (closed.startsWith(folder)) {
                Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /// The super-user may write into any folder but those of the kernel.
    private Path closedFolder() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (!Files.isWritable(closed)) {
            return closed;
        }
        Path kernel = Path.of("/sys");
        assumeThat(kernel).isDirectory();
        return kernel;
    }

    @Test
    void followsASymbolicLink() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path real = folder.resolve("real.csv");
        write(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);

        write(link, "new");

        assertThat(real).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void isCreatedWithTheAskedPermissions() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("keys");

        AtomicFile.write(
                file,
                out -> out.write(1),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void refused(Path file, ExportException.Reason reason, String words) {
        refused(file, "new", reason, words);
    }

    private static void refused(Path file, String content, ExportException.Reason reason, String words) {
        assertThatThrownBy(() -> write(file, content))
                .isInstanceOfSatisfying(ExportException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.file()).isEqualTo(file.toAbsolutePath());
                })
                .hasMessageContaining(words);
    }

    private static Path write(Path file, String text) throws ExportException {
        return AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    @Test
    void theModeOfTheFileStays() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("a.csv");
        for (String mode : List.of("rw-rw-r--", "rw-------", "rw-rw-rw-")) {
            write(file, "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            write(file, "new");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(mode);
            assertThat(file).hasContent("new");
        }
    }

    @Test
    void aPipeIsWrittenThrough() throws Exception {
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        assumeThat(mkfifo).exists();
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        Path read = folder.resolve("read.txt");
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(read.toFile())
                .start();

        assertThat(AtomicFile.isPassage(pipe)).isTrue();
        write(pipe, "through");

        assertThat(reader.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(read).hasContent("through");
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(entries()).containsExactlyInAnyOrder("pipe", "read.txt");
    }

    @Test
    void aDeviceStaysADevice() throws IOException {
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();
        Path link = Files.createSymbolicLink(folder.resolve("link"), device);

        write(link, "away");

        assertThat(Files.readAttributes(device, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(link).isSymbolicLink();
        assertThat(AtomicFile.isPassage(folder.resolve("new"))).isFalse();
    }

    /// The process that writes is killed, as `kill -9` does.
    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextWriteAndNothingElse() throws Exception {
        Path file = folder.resolve("a.csv");
        write(file, "old");
        for (String other : List.of(".a.csv.tmp", ".b.csv.11111111-2222-4333-8444-555555555555.tmp", "note.txt")) {
            Files.writeString(folder.resolve(other), "another's");
        }
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(writer.inputReader().readLine()).isEqualTo("half");
        write(folder.resolve("b.csv"), "while it is alive");
        assertThat(entries()).hasSize(6);
        writer.destroyForcibly().waitFor();
        assertThat(file).hasContent("old");

        write(folder.resolve("b.csv"), "new");

        assertThat(entries())
                .containsExactlyInAnyOrder(
                        "a.csv", "b.csv", ".a.csv.tmp", ".b.csv.11111111-2222-4333-8444-555555555555.tmp", "note.txt");
    }

    @Test
    void whatAnEarlierVersionLeftIsRemovedWhenItIsOld() throws IOException {
        Path left = Files.createFile(folder.resolve(".a.csv.11111111-2222-4333-8444-555555555555.tmp"));
        Path others = Files.createFile(folder.resolve(".b.csv.11111111-2222-4333-8444-555555555555.tmp"));
        Instant made = Files.getLastModifiedTime(left).toInstant();

        AtomicFile.tidy(folder.resolve("a.csv"), made.plus(Duration.ofMinutes(59)));
        assertThat(left).exists();
        AtomicFile.tidy(folder.resolve("a.csv"), made.plus(Duration.ofMinutes(61)));

        assertThat(left).doesNotExist();
        assertThat(others).exists();
    }

    @Test
    void aFullDiskLosesNothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        assumeThat(mounted).as("a disk of its own").isTrue();
        try {
            Path file = disk.resolve("a.csv");
            write(file, "old");

            refused(file, "x".repeat(100_000), ExportException.Reason.DISK_FULL, "the disk is full; make room");

            assertThat(file).hasContent("old");
            try (Stream<Path> entries = Files.list(disk)) {
                assertThat(entries).containsExactly(file);
            }
            write(file, "new");
            assertThat(file).hasContent("new");
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    /// Writes half a file, says so, and waits to be killed.
    static final class HalfWriter {
        public static void main(String[] arguments) throws IOException {
            AtomicFile.write(Path.of(arguments[0]), out -> {
                out.write("ha".getBytes(StandardCharsets.UTF_8));
                out.flush();
                System.out.println("half");
                new java.util.concurrent.CompletableFuture<String>().join();
            });
        }
    }
}
