// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertRule;
import java.util.List;

/// The user's alert rules, and how limit events are told. Immutable; plain values, to be kept over a restart.
///
/// @param rules the rules, in the order in which they were made
/// @param muted whether no sound is made at all
/// @param sound for which severities a sound is made
/// @param desktop for which severities something is shown on the desktop while another program has the keyboard
public record AlertSettings(List<AlertRule> rules, boolean muted, Telling sound, Telling desktop) {

    /// No rules; sound and desktop for what is more than a notice.
    public static final AlertSettings DEFAULT =
            new AlertSettings(List.of(), false, new Telling(false, true, true), new Telling(false, true, true));

    /// Copies the list.
    public AlertSettings {
        rules = List.copyOf(rules);
    }

    AlertSettings withRules(List<AlertRule> now) {
        return new AlertSettings(now, muted, sound, desktop);
    }

    AlertSettings withMuted(boolean now) {
        return new AlertSettings(rules, now, sound, desktop);
    }

    AlertSettings withSound(Telling now) {
        return new AlertSettings(rules, muted, now, desktop);
    }

    AlertSettings withDesktop(Telling now) {
        return new AlertSettings(rules, muted, sound, now);
    }
}
