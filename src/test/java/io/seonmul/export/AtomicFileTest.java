// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
        assertThatThrownBy(() -> write(file, "new"))
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
}
