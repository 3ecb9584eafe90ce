// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails every test in which the program found a defect of its own, by what it writes to the log
/// `io.seonmul.defect`. Any thread.
public final class DefectsFail implements AfterEachCallback {

    /// Held here: a logger that nobody holds loses its handlers.
    private static final Logger DEFECTS = Logger.getLogger("io.seonmul.defect");

    private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

    static {
        DEFECTS.addHandler(new Handler() {
            @Override
            public void publish(LogRecord defect) {
                FOUND.add(defect.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    /// What was found since the last call; a test that causes a defect takes it, and does not fail by it.
    public static List<String> taken() {
        List<String> taken = new ArrayList<>();
        for (String each = FOUND.poll(); each != null; each = FOUND.poll()) {
            taken.add(each);
        }
        return taken;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(taken()).as("defects in the log").isEmpty();
    }
}
