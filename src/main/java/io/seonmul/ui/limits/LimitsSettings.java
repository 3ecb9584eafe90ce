// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

/// What the user chose in the limits panel. Immutable; plain values, to be kept over a restart.
///
/// @param page which of the two a small panel shows; a tall one shows both
public record LimitsSettings(Page page) {

    /// What a new user sees.
    public static final LimitsSettings DEFAULT = new LimitsSettings(Page.LIMITS);

    /// A half of the panel.
    public enum Page {
        /// How near the selected contract's limits are.
        LIMITS,
        /// What happened at the limits of all watched contracts.
        EVENTS
    }
}
