// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.export.LimitLogRow;
import io.seonmul.market.AlertRule;
import io.seonmul.market.LimitEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What all limit panes of the window share: the log, the user's rules and how events are told. FX thread only.
///
/// It belongs to the window and outlives panes, which are made anew when the language changes.
public final class LimitDesk {

    private final LimitLog log;
    private final ObjectProperty<AlertSettings> settings;
    private final Actions actions;

    /// What the panes ask of the window. Immutable.
    ///
    /// @param openAlerts shows the window of the alert rules
    /// @param export asks for a file and writes the rows to it
    /// @param showCause shows the record that caused an event
    public record Actions(Runnable openAlerts, Consumer<List<LimitLogRow>> export, Consumer<LimitEvent> showCause) {

        /// Nothing happens.
        public static final Actions NONE = new Actions(() -> {}, rows -> {}, event -> {});
    }

    /// @param log the events of all watched contracts
    /// @param settings as the user left them
    public LimitDesk(LimitLog log, AlertSettings settings, Actions actions) {
        this.log = log;
        this.settings = new SimpleObjectProperty<>(settings);
        this.actions = actions;
    }

    /// The events of all watched contracts.
    public LimitLog log() {
        return log;
    }

    Actions actions() {
        return actions;
    }

    /// Rules and switches; whoever owns the desk keeps them and hands the rules to the session.
    public ObjectProperty<AlertSettings> settingsProperty() {
        return settings;
    }

    /// The rules as they are.
    public List<AlertRule> rules() {
        return settings.get().rules();
    }

    /// Puts a rule in force, in the place of one with its id; such as `AlertRule.lastCrosses` for a level drawn on a
    /// chart.
    public void put(AlertRule rule) {
        List<AlertRule> now = new ArrayList<>(rules());
        int index = index(rule.id());
        if (index >= 0) {
            now.set(index, rule);
        } else {
            now.add(rule);
        }
        settings.set(settings.get().withRules(now));
    }

    /// Takes a rule away; nothing happens if there is none of that id.
    public void remove(String id) {
        settings.set(settings.get()
                .withRules(
                        rules().stream().filter(rule -> !rule.id().equals(id)).toList()));
    }

    private int index(String id) {
        for (int i = 0; i < rules().size(); i++) {
            if (rules().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// Rules that are told once and were told among these events are not in force any more.
    public void told(List<LimitEvent> events) {
        for (LimitEvent event : events) {
            event.rule()
                    .filter(rule -> !rule.repeating())
                    .map(AlertRule::id)
                    .map(this::index)
                    .filter(index -> index >= 0)
                    .map(index -> rules().get(index))
                    .filter(rule ->
                            rule.enabled() && Objects.equals(rule, event.rule().orElse(null)))
                    .ifPresent(rule -> put(rule.withEnabled(false)));
        }
    }
}
