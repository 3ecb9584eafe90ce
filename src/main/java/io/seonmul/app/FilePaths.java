// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a file or folder as a person gave it. Any thread.
///
/// In a locale such as C or POSIX Java can name only files with ASCII letters: a name with Korean ones is then refused
/// with the way out.
final class FilePaths implements ITypeConverter<Path> {

    /// What Java puts where the locale has no character for a byte.
    private static final char UNKNOWN = '\uFFFD';

    @Override
    public Path convert(String typed) {
        try {
            return of(typed);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /// The path of that name.
    ///
    /// @throws IllegalArgumentException if it cannot be named, with a message for the user
    static Path of(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("'" + name + "' names no file or folder");
        }
        try {
            Path path = Path.of(name);
            String here = System.getProperty("user.dir", "");
            if (!path.isAbsolute() && here.indexOf(UNKNOWN) >= 0) {
                // taken as it is, it would lead to another folder, of question marks
                throw new InvalidPathException(here + "/" + name, "the folder it is in has such letters");
            }
            return path;
        } catch (InvalidPathException e) {
            String encoding = System.getProperty("sun.jnu.encoding", "");
            boolean locale = e.getInput().chars().anyMatch(character -> character > 0x7F);
            throw new IllegalArgumentException(
                    locale
                            ? "the name '" + e.getInput().replaceAll("[^\\x20-\\x7E]+", "?")
                                    + "' has letters that the locale's encoding " + encoding
                                    + " does not know; set LC_ALL=C.UTF-8 (or ko_KR.UTF-8) and start again"
                            : "'" + name + "' is no name of a file or folder: " + e.getReason(),
                    e);
        }
    }
}
