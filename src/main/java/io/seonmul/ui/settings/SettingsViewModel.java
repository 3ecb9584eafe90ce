// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.settings;

import io.seonmul.ui.fx.Language;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Theme;
import io.seonmul.ui.fx.Words;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The settings as the user changes them; each change is in force at once. FX thread only.
public final class SettingsViewModel {

    private final KeySafe safe;
    private final Words words;
    private final Consumer<Language> onLanguage;
    private final Consumer<Look> onLook;
    private final Language language;
    private final ReadOnlyStringWrapper keptWhere = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper forgettable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
    private Look look;

    /// What came of the last change of keys. Immutable.
    ///
    /// @param text a sentence; empty if there is nothing to say
    /// @param failed whether it did not work
    record Answer(String text, boolean failed) {
        static final Answer NONE = new Answer("", false);
    }

    /// @param onLanguage told when another language is chosen
    /// @param onLook told when another look is chosen
    public SettingsViewModel(
            Language language,
            Look look,
            KeySafe safe,
            Words words,
            Consumer<Language> onLanguage,
            Consumer<Look> onLook) {
        this.language = language;
        this.look = look;
        this.safe = safe;
        this.words = words;
        this.onLanguage = onLanguage;
        this.onLook = onLook;
        keptWhere.set(words.get("settings.keys.looking"));
        tellWhere();
    }

    Language language() {
        return language;
    }

    Look look() {
        return look;
    }

    /// Where the keys are kept, as a sentence.
    ReadOnlyStringProperty keptWhereProperty() {
        return keptWhere.getReadOnlyProperty();
    }

    /// Whether there is something to forget.
    ReadOnlyBooleanProperty forgettableProperty() {
        return forgettable.getReadOnlyProperty();
    }

    /// Whether a change is under way: the system may be asking the user for a password.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void choose(Language chosen) {
        if (chosen != language) {
            onLanguage.accept(chosen);
        }
    }

    void choose(Theme theme) {
        choose(look.withTheme(theme));
    }

    void chooseGreenUp(boolean greenUp) {
        choose(look.withGreenUp(greenUp));
    }

    void chooseContrast(boolean contrast) {
        choose(look.withContrast(contrast));
    }

    void chooseSize(int percent) {
        choose(look.withPercent(percent));
    }

    private void choose(Look chosen) {
        if (!chosen.equals(look)) {
            look = chosen;
            onLook.accept(chosen);
        }
    }

    /// Keeps new keys, unless a change is under way.
    ///
    /// @param onKept told when they are kept, so that the fields may be emptied
    void keep(String appKey, String secret, Runnable onKept) {
        if (appKey.isBlank() || secret.isBlank()) {
            answer.set(new Answer(words.get("settings.keys.both"), true));
        } else if (begin()) {
            safe.keep(appKey.strip(), secret.strip(), outcome -> {
                end(outcome, words.get("settings.keys.next"));
                if (!answer.get().failed()) {
                    onKept.run();
                }
            });
        }
    }

    /// Forgets the kept keys, unless a change is under way.
    void forget() {
        if (begin()) {
            safe.forget(outcome -> end(outcome, words.get("settings.keys.forgotten")));
        }
    }

    private boolean begin() {
        if (busy.get()) {
            return false;
        }
        busy.set(true);
        answer.set(new Answer(words.get("settings.keys.asking"), false));
        return true;
    }

    private void end(KeySafe.Outcome outcome, String done) {
        busy.set(false);
        answer.set(
                switch (outcome) {
                    case KeySafe.Outcome.UsedNow used -> new Answer(words.get("settings.keys.now"), false);
                    case KeySafe.Outcome.UsedFromNextStart later -> new Answer(done, false);
                    case KeySafe.Outcome.Obstructed obstructed ->
                        new Answer(words.get("settings.keys.withheld", obstacle(obstructed.obstacle())), true);
                    case KeySafe.Outcome.Failed failed ->
                        new Answer(words.get("settings.keys.failed", failed.detail()), true);
                });
        tellWhere();
    }

    private void tellWhere() {
        safe.whereabouts(where -> {
            keptWhere.set(sentence(where));
            forgettable.set(
                    switch (where) {
                        case KeySafe.Whereabouts.Nowhere nowhere -> false;
                        case KeySafe.Whereabouts.Environment environment -> false;
                        case KeySafe.Whereabouts.Keychain keychain -> true;
                        case KeySafe.Whereabouts.Withheld withheld -> true;
                        case KeySafe.Whereabouts.OwnerOnlyFile file -> true;
                    });
        });
    }

    private String sentence(KeySafe.Whereabouts where) {
        return switch (where) {
            case KeySafe.Whereabouts.Nowhere nowhere -> words.get("settings.keys.nowhere");
            case KeySafe.Whereabouts.Environment environment -> words.get("settings.keys.environment");
            case KeySafe.Whereabouts.Keychain keychain -> words.get("settings.keys.keychain");
            case KeySafe.Whereabouts.Withheld withheld ->
                words.get("settings.keys.withheld", obstacle(withheld.obstacle()));
            case KeySafe.Whereabouts.OwnerOnlyFile file ->
                words.get("settings.keys.file", file.path(), obstacle(file.obstacle()));
        };
    }

    private String obstacle(KeySafe.Obstacle obstacle) {
        return words.get("settings.keys.obstacle." + obstacle.name());
    }
}
