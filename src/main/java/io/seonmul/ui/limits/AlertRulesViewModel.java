// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.AlertFigure;
import io.seonmul.market.AlertRule;
import io.seonmul.market.AlertRule.Condition;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.LimitEvent;
import io.seonmul.protocol.TickField;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The window of the user's alert rules: the list, and a draft that becomes a rule when it makes sense. FX thread only;
/// knows no view.
public final class AlertRulesViewModel {

    private final LimitDesk desk;
    private final List<InstrumentCode> codes;
    private final Optional<InstrumentCode> selected;
    private final Words korean = new Words(Locale.KOREAN);
    private final Words english = new Words(Locale.ENGLISH);
    private final Words words;
    private final AlertTexts texts;
    private final ObservableList<AlertRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Draft> draft;

    /// What the user has entered so far, as text where it is typed.
    ///
    /// @param id of the rule that is changed; empty for a new one
    /// @param code the contract; empty for all
    /// @param figure the chosen figure; empty while none is
    /// @param condition the chosen condition
    /// @param value the typed level or change
    /// @param seconds the typed seconds of a change
    /// @param repeating whether it stays in force once told
    /// @param coolDown the typed cool-down in seconds
    /// @param severity how loudly
    record Draft(
            Optional<String> id,
            Optional<InstrumentCode> code,
            Optional<AlertFigure> figure,
            Condition condition,
            String value,
            String seconds,
            boolean repeating,
            String coolDown,
            LimitEvent.Severity severity) {}

    /// What keeps a draft from being a rule, in the order in which a person fills it in.
    enum Problem {
        /// No figure is chosen.
        NO_FIGURE,
        /// The value is no number.
        NO_VALUE,
        /// A change must be more than nothing.
        NO_CHANGE,
        /// The value has more decimals than the figure.
        TOO_FINE,
        /// The seconds are no whole number from 1 to an hour.
        BAD_SECONDS,
        /// The cool-down is no whole number from 1 to a day.
        BAD_COOL_DOWN
    }

    /// @param codes the watched codes, in the user's order
    /// @param selected what a new rule is about at first
    public AlertRulesViewModel(
            LimitDesk desk, List<InstrumentCode> codes, Optional<InstrumentCode> selected, Words words) {
        this.desk = desk;
        this.codes = List.copyOf(codes);
        this.selected = selected;
        this.words = words;
        this.texts = new AlertTexts(words);
        this.draft = new ReadOnlyObjectWrapper<>(blank());
        rules.setAll(desk.rules());
        desk.settingsProperty().addListener((property, before, now) -> rules.setAll(now.rules()));
    }

    private Draft blank() {
        return new Draft(
                Optional.empty(),
                selected,
                Optional.empty(),
                Condition.CROSSES_UP,
                "",
                "60",
                true,
                Integer.toString(AlertRule.USUAL_COOL_DOWN),
                LimitEvent.Severity.WARNING);
    }

    /// The figures whose Korean, English or wire name has every word of `typed` in it, whatever the case; all where
    /// nothing is typed.
    List<AlertFigure> search(String typed) {
        List<String> parts = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return Arrays.stream(AlertFigure.values())
                .filter(figure -> parts.stream().allMatch(names(figure)::contains))
                .toList();
    }

    private String names(AlertFigure figure) {
        String all = figure.wire()
                .map(TickField::valueOf)
                .map(field -> field.korean() + " " + field.english() + " " + field.name())
                .orElseGet(() -> korean.get("alert.figure." + figure) + " " + english.get("alert.figure." + figure));
        return all.toLowerCase(Locale.ROOT);
    }

    /// What stands against the draft; empty if it can be saved.
    Optional<Problem> problem(Draft from) {
        if (from.figure().isEmpty()) {
            return Optional.of(Problem.NO_FIGURE);
        }
        Optional<Double> value = number(from.value());
        if (value.isEmpty()) {
            return Optional.of(Problem.NO_VALUE);
        }
        if (from.condition().isChange() && value.get() <= 0) {
            return Optional.of(Problem.NO_CHANGE);
        }
        if (decimals(from.value()) > AlertTexts.decimals(from.figure().get())) {
            return Optional.of(Problem.TOO_FINE);
        }
        if (from.condition().isChange()
                && whole(from.seconds(), 1, AlertRule.MOST_SECONDS).isEmpty()) {
            return Optional.of(Problem.BAD_SECONDS);
        }
        if (whole(from.coolDown(), AlertRule.LEAST_COOL_DOWN, AlertRule.MOST_COOL_DOWN)
                .isEmpty()) {
            return Optional.of(Problem.BAD_COOL_DOWN);
        }
        return Optional.empty();
    }

    /// The problem in words, with the figures that it is about.
    String say(Problem problem, Draft from) {
        return words.get(
                "alert.problem." + problem,
                Formats.count(AlertRule.MOST_SECONDS),
                Formats.count(AlertRule.MOST_COOL_DOWN),
                from.figure()
                        .map(figure -> Integer.toString(AlertTexts.decimals(figure)))
                        .orElse(""));
    }

    /// Makes the draft a rule in force, and begins a new draft.
    ///
    /// @return what stands against it; then nothing was changed
    Optional<Problem> save(Draft from) {
        Optional<Problem> problem = problem(from);
        if (problem.isEmpty()) {
            boolean change = from.condition().isChange();
            desk.put(new AlertRule(
                    from.id().orElseGet(this::newId),
                    from.code(),
                    from.figure().orElseThrow(),
                    from.condition(),
                    number(from.value()).orElseThrow(),
                    change ? whole(from.seconds(), 1, AlertRule.MOST_SECONDS).orElseThrow() : 0,
                    from.repeating(),
                    whole(from.coolDown(), AlertRule.LEAST_COOL_DOWN, AlertRule.MOST_COOL_DOWN)
                            .orElseThrow(),
                    from.severity(),
                    true));
            draft.set(blank());
        }
        return problem;
    }

    private String newId() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "rule-" + number)
                .filter(id -> rules.stream().noneMatch(rule -> rule.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Double> number(String typed) {
        String text = typed.strip().replace(",", "");
        if (!text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(text)).filter(value -> Math.abs(value) < 1e15);
    }

    private static int decimals(String typed) {
        String text = typed.strip().replaceAll("0+$", "");
        int point = typed.indexOf('.') < 0 ? -1 : text.indexOf('.');
        return point < 0 ? 0 : text.length() - point - 1;
    }

    private static Optional<Integer> whole(String typed, int least, int most) {
        String text = typed.strip();
        return text.matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(text)).filter(value -> value >= least && value <= most)
                : Optional.empty();
    }

    /// Takes a rule into the draft, to be changed.
    void edit(AlertRule rule) {
        draft.set(new Draft(
                Optional.of(rule.id()),
                rule.code(),
                Optional.of(rule.figure()),
                rule.condition(),
                Formats.decimal(rule.value(), AlertTexts.decimals(rule.figure())),
                rule.condition().isChange() ? Integer.toString(rule.seconds()) : "60",
                rule.repeating(),
                Integer.toString(rule.coolDownSeconds()),
                rule.severity()));
    }

    /// Begins anew with nothing entered.
    void discard() {
        draft.set(blank());
    }

    void setEnabled(AlertRule rule, boolean enabled) {
        desk.put(rule.withEnabled(enabled));
    }

    void remove(AlertRule rule) {
        desk.remove(rule.id());
        if (draft.get().id().filter(rule.id()::equals).isPresent()) {
            discard();
        }
    }

    /// The rule without its condition: code, how often, how loudly.
    String remark(AlertRule rule) {
        return words.get(
                rule.repeating() ? "alert.remark.repeating" : "alert.remark.once",
                rule.code().map(InstrumentCode::text).orElse(words.get("alert.code.all")),
                words.get("limits.severity." + rule.severity()),
                Formats.count(rule.coolDownSeconds()));
    }

    AlertTexts texts() {
        return texts;
    }

    LimitDesk desk() {
        return desk;
    }

    List<InstrumentCode> codes() {
        return codes;
    }

    ObservableList<AlertRule> rules() {
        return rules;
    }

    /// What the entry fields begin with; another one when a rule is taken up or saved.
    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }
}
