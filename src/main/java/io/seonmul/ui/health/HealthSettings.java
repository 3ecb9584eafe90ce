// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.health;

/// What the user chose in the feed-health window. Immutable.
///
/// @param page the page that a window too small for all of them shows
/// @param filter what the record inspector's fields are searched for; empty for all
public record HealthSettings(Page page, String filter) {

    /// The losses first, every field.
    public static final HealthSettings DEFAULT = new HealthSettings(Page.LOSSES, "");

    /// The parts of the window.
    public enum Page {
        /// Completeness and gaps.
        LOSSES,
        /// The relations that the feed must keep.
        CHECKS,
        /// The newest record, field by field.
        RECORD
    }

    HealthSettings withPage(Page newPage) {
        return new HealthSettings(newPage, filter);
    }

    HealthSettings withFilter(String newFilter) {
        return new HealthSettings(page, newFilter);
    }
}
