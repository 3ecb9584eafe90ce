// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The alert rules in force for all contracts of a session, and which of those told once are spent. Session thread
/// only.
///
/// Rules come from another thread as one immutable list; each [Instrument] that was made with this book notices at its
/// next record that the list is another.
public final class AlertBook {

    private List<AlertRule> rules = List.of();
    private final Set<String> spent = new HashSet<>();
    private int version;

    /// A book without rules.
    public AlertBook() {}

    /// Puts other rules in force. What was told of a rule that stays as it is stays told.
    public void set(List<AlertRule> now) {
        Map<String, AlertRule> before = new HashMap<>();
        rules.forEach(rule -> before.put(rule.id(), rule));
        spent.removeIf(id -> now.stream().noneMatch(rule -> rule.id().equals(id) && rule.equals(before.get(id))));
        rules = List.copyOf(now);
        version++;
    }

    /// Grows with every [#set].
    int version() {
        return version;
    }

    List<AlertRule> rules() {
        return rules;
    }

    boolean isSpent(AlertRule rule) {
        return !rule.repeating() && spent.contains(rule.id());
    }

    void told(AlertRule rule) {
        if (!rule.repeating()) {
            spent.add(rule.id());
        }
    }
}
