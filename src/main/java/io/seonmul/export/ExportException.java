// SPDX-License-Identifier: Apache-2.0
package io.seonmul.export;

import java.io.IOException;
import java.nio.file.Path;

/// A file that could not be written, with what the user can do about it.
///
/// Whatever stood at [#file] before stands there unchanged. Its message is one complete English line; a window says the
/// same in its own language from [#reason] and [#file].
public final class ExportException extends IOException {

    private static final long serialVersionUID = 1L;

    /// Why a file could not be written.
    public enum Reason {
        /// The folder does not exist.
        NO_FOLDER,
        /// What should be the folder is a file.
        FOLDER_IS_A_FILE,
        /// What should become the file is a folder.
        FILE_IS_A_FOLDER,
        /// The user may not write there, or another program holds the file.
        NOT_ALLOWED,
        /// The disk is full, or the user's share of it.
        DISK_FULL,
        /// Something else, which the cause tells.
        FAILED
    }

    private final Reason reason;
    private final transient Path file;

    ExportException(Reason reason, Path file, Throwable cause) {
        super(message(reason, file, cause), cause);
        this.reason = reason;
        this.file = file;
    }

    /// Why.
    public Reason reason() {
        return reason;
    }

    /// The file that was to be written, absolute.
    public Path file() {
        return file;
    }

    private static String message(Reason reason, Path file, Throwable cause) {
        return switch (reason) {
            case NO_FOLDER ->
                "cannot write " + file + ": there is no folder " + file.getParent() + "; make it, or choose another";
            case FOLDER_IS_A_FILE ->
                "cannot write " + file + ": " + file.getParent() + " is not a folder; choose another";
            case FILE_IS_A_FOLDER -> "cannot write " + file + ": it is a folder; give the name of a file in it";
            case NOT_ALLOWED ->
                "cannot write " + file
                        + ": not allowed; choose a folder you may write to, or close the program that holds the file";
            case DISK_FULL -> "cannot write " + file + ": the disk is full; make room, or choose another disk";
            case FAILED -> "cannot write " + file + ": " + cause.getMessage();
        };
    }
}
