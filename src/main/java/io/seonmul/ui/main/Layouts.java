// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.fx.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

/// The layouts that the user saved under a name. FX thread only.
final class Layouts {

    private final ObjectProperty<UiSettings> settings;
    private final Ports ports;
    private final Words words;

    /// What the layouts know of the window.
    ///
    /// @param current the desk as it stands
    /// @param show shows another desk
    /// @param tell shows a notice
    /// @param ask asks for a name
    record Ports(Supplier<Desk> current, Consumer<Desk> show, Consumer<Notice> tell, Asking ask) {}

    /// Asks the user for a name.
    interface Asking {
        void ask(String prompt, String proposal, Consumer<String> answer);
    }

    Layouts(ObjectProperty<UiSettings> settings, Ports ports, Words words) {
        this.settings = settings;
        this.ports = ports;
        this.words = words;
    }

    List<NamedDesk> saved() {
        return settings.get().desk().layouts();
    }

    void show(NamedDesk layout) {
        layout.desk().sound().ifPresent(ports.show());
    }

    /// Asks for a name and saves the desk under it, in place of an earlier one of that name.
    void save() {
        ports.ask().ask(words.get("layout.name"), "", name -> {
            List<NamedDesk> more = new ArrayList<>(saved());
            more.removeIf(layout -> layout.name().equals(name));
            more.add(new NamedDesk(name, ports.current().get()));
            keep(more);
            tell("layout.saved", name, Optional.empty());
        });
    }

    /// Asks for another name.
    void rename(NamedDesk layout) {
        ports.ask()
                .ask(
                        words.get("layout.name"),
                        layout.name(),
                        name -> keep(saved().stream()
                                .filter(other ->
                                        other.equals(layout) || !other.name().equals(name))
                                .map(other -> other.equals(layout) ? new NamedDesk(name, layout.desk()) : other)
                                .toList()));
    }

    /// Deletes it, and offers it back.
    void delete(NamedDesk layout) {
        List<NamedDesk> fewer = new ArrayList<>(saved());
        fewer.remove(layout);
        keep(fewer);
        tell("layout.deleted", layout.name(), Optional.of(new Notice.Action(words.get("notice.undo"), () -> {
            List<NamedDesk> more = new ArrayList<>(saved());
            more.add(layout);
            keep(more);
        })));
    }

    private void keep(List<NamedDesk> layouts) {
        settings.set(settings.get().withDesk(settings.get().desk().withLayouts(layouts)));
    }

    private void tell(String key, String name, Optional<Notice.Action> undo) {
        ports.tell().accept(new Notice(Notice.Kind.DONE, "layout", words.get(key, name), undo));
    }
}
