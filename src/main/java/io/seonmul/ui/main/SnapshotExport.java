// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.io.IOException;
import java.nio.file.Path;

/// Writes what the monitor shows to a file. Called on a thread that may wait for the disk.
public interface SnapshotExport {

    /// Writes all of it.
    ///
    /// @throws IOException if nothing was written, with a message that a person understands
    void export(Path file) throws IOException;
}
