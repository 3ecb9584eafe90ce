// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place to write to that is no plain file: a pipe, a device, or what this process has open, such as `/dev/stdout`.
/// Nothing there can be replaced as a whole. Immutable; any thread.
///
/// @param path where it is
/// @param descriptor which of the open ones, if it is one of the first three; its offset must be used, not a new one
record Passage(Path path, Optional<FileDescriptor> descriptor) {

    /// Where Linux shows what a process has open; `/dev/fd` and `/dev/stdout` lead there.
    private static final Pattern OPEN = Pattern.compile("/proc/(?:\\d+|self)(?:/task/\\d+)?/fd/(\\d+)");

    private static final int MOST_LINKS = 40;

    /// What `file`, an absolute path, is; empty for a plain file, a folder and what does not exist.
    static Optional<Passage> at(Path file) {
        try {
            Path step = file;
            for (int links = 0; links < MOST_LINKS; links++) {
                Path folder = step.getParent();
                Path name = step.getFileName();
                if (folder == null || name == null || !Files.exists(folder)) {
                    return Optional.empty();
                }
                step = folder.toRealPath().resolve(name);
                Matcher open = OPEN.matcher(step.toString());
                if (open.matches()) {
                    return Optional.of(new Passage(step, descriptor(step, open.group(1))));
                }
                if (!Files.isSymbolicLink(step)) {
                    return Files.exists(step)
                                    && Files.readAttributes(step, BasicFileAttributes.class)
                                            .isOther()
                            ? Optional.of(new Passage(step, Optional.empty()))
                            : Optional.empty();
                }
                step = step.resolveSibling(Files.readSymbolicLink(step)).normalize();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the attempt to write says what is wrong
        }
    }

    private static Optional<FileDescriptor> descriptor(Path step, String number) {
        boolean own = step.startsWith("/proc/self")
                || step.startsWith("/proc/" + ProcessHandle.current().pid());
        return switch (own ? number : "") {
            case "1" -> Optional.of(FileDescriptor.out);
            case "2" -> Optional.of(FileDescriptor.err);
            default -> Optional.empty();
        };
    }

    /// Writes `content` there, after what is there already.
    void write(AtomicFile.Content content) throws IOException {
        if (descriptor.isPresent()) {
            @SuppressWarnings("resource") // the process goes on using it
            OutputStream out = new FileOutputStream(descriptor.get());
            content.writeTo(out);
            out.flush();
            return;
        }
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            content.writeTo(out);
        }
    }
}
