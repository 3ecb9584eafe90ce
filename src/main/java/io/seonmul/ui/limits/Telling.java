// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.LimitEvent.Severity;

/// For which severities something is done. Immutable.
///
/// @param notice for a notice
/// @param warning for a warning
/// @param critical for something critical
public record Telling(boolean notice, boolean warning, boolean critical) {

    /// Whether it is done for that severity.
    public boolean covers(Severity severity) {
        return switch (severity) {
            case NOTICE -> notice;
            case WARNING -> warning;
            case CRITICAL -> critical;
        };
    }

    Telling with(Severity severity, boolean done) {
        return switch (severity) {
            case NOTICE -> new Telling(done, warning, critical);
            case WARNING -> new Telling(notice, done, critical);
            case CRITICAL -> new Telling(notice, warning, done);
        };
    }
}
