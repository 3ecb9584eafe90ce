// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.ui.fx.Look;
import io.seonmul.ui.fx.Words;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desk as the user arranges it: panes, their windows, and what is done with the one that has the keyboard. FX
/// thread only.
///
/// Every change makes another [Desk] and shows it. It lives as long as the main window; [#translate] gives it panes of
/// another language.
final class LiveDesk implements PaneGroup.Port, AutoCloseable {

    private final Ports ports;
    private final DeskView main = view();
    private final List<DetachedWindow> windows = new ArrayList<>();
    private Desk desk;
    private Words words;
    private Look look;
    private @Nullable Panes panes;
    /// Panes that the user went to, the newest first: where there is no room for all, these are seen.
    private final List<Integer> recent = new ArrayList<>();
    private int current;
    private Optional<Integer> maximized = Optional.empty();

    /// What the desk knows of the window around it.
    ///
    /// @param owner the main window
    /// @param keys the main window's keys, which hold in the others as well
    /// @param keep told of every change
    /// @param commands told what a menu asks for
    /// @param tell shows a notice
    /// @param links whose code each pane shows
    /// @param oldSince exchange time of a code's newest record, where it may not be the market's present one
    record Ports(
            Stage owner,
            EventHandler<KeyEvent> keys,
            Consumer<Desk> keep,
            Consumer<Command> commands,
            Consumer<Notice> tell,
            CodeLinks links,
            Function<InstrumentCode, Optional<LocalTime>> oldSince) {}

    LiveDesk(Ports ports, Desk desk, Words words, Look look) {
        this.ports = ports;
        this.desk = desk;
        this.words = words;
        this.look = look;
        this.current = desk.main().panes().getFirst().id();
        watchFocus(ports.owner().getScene());
    }

    private DeskView view() {
        return new DeskView(tabs -> {
            PaneGroup made = new PaneGroup(tabs, this);
            made.setCurrent(tabs.front().id() == current);
            return made;
        });
    }

    /// The part of the desk that stands in the main window.
    Node node() {
        return main;
    }

    Desk desk() {
        return desk;
    }

    /// Shows the desk with new panes, in another language.
    void translate(Panes newPanes, Words newWords, Look newLook) {
        if (panes != null) {
            desk = read();
        }
        panes = newPanes;
        words = newWords;
        look = newLook;
        showAgain();
    }

    /// Another desk altogether.
    void show(Desk other) {
        maximized = Optional.empty();
        // A pane of another desk may have the same id.
        Objects.requireNonNull(panes).clear();
        desk = other;
        current = other.main().panes().getFirst().id();
        recent.clear();
        showAgain();
    }

    /// The desk with dividers and windows as they stand now, which a folded view tells no more.
    Desk read() {
        List<Desk.Detached> read = new ArrayList<>();
        for (int i = 0; i < desk.detached().size(); i++) {
            Desk.Detached known = desk.detached().get(i);
            read.add(
                    i < windows.size()
                            ? new Desk.Detached(
                                    windows.get(i).view().read(known.part()),
                                    windows.get(i).bounds(known.bounds()),
                                    known.home())
                            : known);
        }
        desk = new Desk(main.read(desk.main()), read);
        return desk;
    }

    private void change(Function<Desk, Desk> change) {
        Desk before = read();
        Desk after = change.apply(before);
        if (!after.equals(before)) {
            desk = after;
            showAgain();
            ports.keep().accept(desk);
        }
    }

    /// Takes another setting of a pane that is shown already.
    void replace(PaneSlot slot) {
        desk = read().with(slot);
        showAgain();
        ports.keep().accept(desk);
    }

    /// Remembers what was set in a pane; nothing is seen of it.
    void remember(int id, UnaryOperator<PaneSettings> set) {
        desk.pane(id).ifPresent(pane -> {
            desk = read().with(pane.withSettings(set.apply(pane.settings())));
            ports.keep().accept(desk);
        });
    }

    private void showAgain() {
        Node focused = ports.owner().getScene().getFocusOwner();
        Objects.requireNonNull(panes).follow(desk);
        recent.removeIf(id -> desk.pane(id).isEmpty());
        if (desk.pane(current).isEmpty()) {
            current = recent.isEmpty() ? desk.main().panes().getFirst().id() : recent.getFirst();
        }
        maximized = maximized.filter(id -> desk.main().panes().stream().anyMatch(pane -> pane.id() == id));
        main.show(desk.main(), maximized, recent);
        if (ports.owner().isShowing()) {
            showWindows();
        }
        if (focused != null && focused.getScene() != null) {
            focused.requestFocus();
        }
    }

    /// Shows the other windows, once the main window is shown.
    void showWindows() {
        while (windows.size() > desk.detached().size()) {
            windows.removeLast().close();
        }
        for (int i = 0; i < desk.detached().size(); i++) {
            Desk.Detached wanted = desk.detached().get(i);
            if (i == windows.size()) {
                windows.add(window());
            }
            DetachedWindow window = windows.get(i);
            window.view().show(wanted.part(), Optional.empty(), recent);
            window.apply(look);
            window.stage().setTitle(title(wanted));
            window.show(wanted.bounds());
        }
    }

    private DetachedWindow window() {
        DetachedWindow[] made = new DetachedWindow[1];
        made[0] = new DetachedWindow(view(), ports.keys(), () -> {
            int index = windows.indexOf(made[0]);
            change(before -> before.docked(before.detached().get(index)));
        });
        watchFocus(made[0].stage().getScene());
        return made[0];
    }

    private String title(Desk.Detached window) {
        return titles().window(window.part().panes().getFirst());
    }

    /// Codes or groups may have changed: titles are written anew.
    void refresh() {
        groups().forEach(PaneGroup::refresh);
        for (int i = 0; i < Math.min(windows.size(), desk.detached().size()); i++) {
            windows.get(i).stage().setTitle(title(desk.detached().get(i)));
        }
    }

    /// Says of every pane that is seen whether its figures may be old.
    void tellAges() {
        groups().forEach(PaneGroup::tellAge);
    }

    void apply(Look newLook) {
        look = newLook;
        windows.forEach(window -> window.apply(newLook));
    }

    private Stream<DeskView> views() {
        return Stream.concat(windows.stream().map(DetachedWindow::view), Stream.of(main));
    }

    private Stream<PaneGroup> groups() {
        return views().flatMap(view -> view.groups().stream());
    }

    private void watchFocus(Scene scene) {
        scene.focusOwnerProperty().addListener((property, before, now) -> {
            for (Node node = now; node != null; node = node.getParent()) {
                if (node instanceof PaneGroup group) {
                    current = group.tabs().front().id();
                    groups().forEach(other -> other.setCurrent(other.equals(group)));
                    return;
                }
            }
        });
    }

    /// The pane that has the keyboard, or had it last.
    PaneSlot current() {
        return desk.pane(current).orElse(desk.main().panes().getFirst());
    }

    // What the user does with the current pane.

    /// Moves it: out of its tabs, or in exchange with its neighbour, or along that side of the window.
    void move(Side side) {
        int id = current().id();
        change(before -> before.pushed(id, side));
        focus(id);
    }

    /// Makes it a tab of the next place.
    void tabWithNext() {
        int id = current().id();
        List<PaneGroup> all = groups().toList();
        int own = all.indexOf(
                groups().filter(group -> group.tabs().has(id)).findFirst().orElse(null));
        if (own >= 0 && all.size() > 1) {
            int next = all.get((own + 1) % all.size()).tabs().front().id();
            change(before -> before.moved(id, next, Optional.empty()));
            focus(id);
        }
    }

    /// A pane of that kind beside the current one; of the watchlist there is one, which is shown.
    void add(PaneKind kind, PaneSettings settings) {
        Optional<PaneSlot> there = desk.first(kind).filter(pane -> kind == PaneKind.WATCHLIST);
        if (there.isPresent()) {
            show(there.get().id());
            return;
        }
        PaneSlot from = current();
        PaneSlot made = new PaneSlot(
                desk.nextId(), kind, from.group(), from.pinned(), from.kind() == kind ? from.settings() : settings);
        change(before -> kind == PaneKind.WATCHLIST
                ? before.atEdge(made, Side.LEFT)
                : before.beside(made, from.id(), Side.RIGHT));
        focus(made.id());
    }

    /// Brings a pane of that kind into view, or makes one.
    void reveal(PaneKind kind, PaneSettings settings) {
        Optional<PaneSlot> there = desk.first(kind);
        maximized = maximized.filter(id -> there.filter(pane -> pane.id() == id).isPresent());
        if (there.isEmpty()) {
            add(kind, settings);
        } else if (!isSeen(there.get().id())) {
            goTo(there.get().id());
            desk = read().shown(there.get().id());
            showAgain();
        }
    }

    /// Whether a pane of that kind is seen.
    boolean shows(PaneKind kind) {
        return groups().anyMatch(group -> group.tabs().front().kind() == kind);
    }

    /// One more of its kind beside it.
    void split() {
        add(current().kind(), current().settings());
    }

    /// Takes it away, and offers it back.
    void close(Words now) {
        PaneSlot gone = current();
        if (desk.windowOf(gone.id()).isEmpty() && !desk.canLose(gone.id())) {
            ports.tell().accept(Notice.of(Notice.Kind.WARNING, "pane", now.get("pane.last")));
            return;
        }
        Optional<Desk.Home> home = read().home(gone.id());
        change(before -> before.without(gone.id()));
        ports.tell()
                .accept(new Notice(
                        Notice.Kind.DONE,
                        "pane",
                        now.get("pane.closed", now.get("pane." + gone.kind())),
                        Optional.of(new Notice.Action(
                                now.get("notice.undo"),
                                () -> change(before ->
                                        before.pane(gone.id()).isPresent() ? before : before.placed(gone, home))))));
    }

    /// Lets it fill the main window, or puts it back.
    void maximize() {
        int id = current().id();
        desk = read();
        maximized = maximized.isPresent() || desk.windowOf(id).isPresent() ? Optional.empty() : Optional.of(id);
        showAgain();
        focus(id);
    }

    boolean isMaximized() {
        return maximized.isPresent();
    }

    /// Gives it a window of its own, or docks that window.
    void detachOrDock() {
        PaneSlot pane = current();
        Window owner = ports.owner();
        change(before -> before.windowOf(pane.id())
                .map(before::docked)
                .orElseGet(() -> before.detached(
                        pane.id(), DetachedWindow.bounds(owner.getX() + 80, owner.getY() + 80, group(pane.id())))));
        focus(pane.id());
    }

    private Optional<PaneGroup> group(int id) {
        return groups().filter(group -> group.tabs().has(id)).findFirst();
    }

    /// Goes to the next or the one before of all places.
    void focusNext(int steps) {
        List<PaneGroup> all = groups().toList();
        int own = all.indexOf(group(current().id()).orElse(null));
        focus(all.get(Math.floorMod(own + steps, all.size())).tabs().front().id());
    }

    /// Shows the next tab of its place.
    void nextTab() {
        group(current().id())
                .map(PaneGroup::tabs)
                .ifPresent(tabs -> show(tabs.panes()
                        .get((tabs.shown() + 1) % tabs.panes().size())
                        .id()));
    }

    /// Opens its menu.
    void openMenu() {
        group(current().id()).ifPresent(PaneGroup::openMenu);
    }

    /// Gives the keyboard back to the pane that had it last.
    void focusCurrent() {
        focus(current().id());
    }

    /// Gives a pane the keyboard.
    private void focus(int id) {
        goTo(id);
        if (!isSeen(id)) {
            showAgain(); // it may be a tab for want of room only
        }
        group(id).ifPresent(group -> {
            Window window = group.getScene().getWindow();
            if (window instanceof Stage stage && !stage.isFocused()) {
                stage.requestFocus();
            }
            group.takeFocus();
            groups().forEach(other -> other.setCurrent(other.equals(group)));
        });
    }

    private void goTo(int id) {
        current = id;
        recent.removeIf(known -> known == id);
        recent.addFirst(id);
    }

    private boolean isSeen(int id) {
        return group(id).filter(group -> group.tabs().front().id() == id).isPresent();
    }

    // What the places ask.

    @Override
    public PaneTitles.Title title(PaneSlot pane) {
        return titles().tab(pane);
    }

    private PaneTitles titles() {
        return new PaneTitles(words, ports.links());
    }

    @Override
    public Node node(int id) {
        return Objects.requireNonNull(panes).node(id);
    }

    @Override
    public void show(int id) {
        change(before -> before.shown(id));
        focus(id);
    }

    @Override
    public List<MenuItem> menu(int id) {
        return PaneMenu.of(words, desk.pane(id).orElseThrow(), desk.windowOf(id).isPresent(), command -> {
            current = id;
            ports.commands().accept(command);
        });
    }

    @Override
    public String menuWord() {
        return words.get("command.PANE_MENU");
    }

    @Override
    public Optional<PaneTitles.Age> age(int id) {
        return desk.pane(id)
                .filter(pane -> pane.kind() != PaneKind.WATCHLIST) // its rows tell it one by one
                .flatMap(ports.links()::code)
                .flatMap(ports.oldSince())
                .map(titles()::age);
    }

    @Override
    public void dragged(int id, double screenX, double screenY) {
        Optional<DeskView> under = under(screenX, screenY);
        views().forEach(view -> view.mark(under.filter(view::equals).flatMap(over -> over.goal(screenX, screenY))));
    }

    @Override
    public void dropped(int id, double screenX, double screenY) {
        views().forEach(view -> view.mark(Optional.empty()));
        Optional<DeskView> under = under(screenX, screenY);
        if (under.isPresent()) {
            under.get()
                    .goal(screenX, screenY)
                    .ifPresent(goal -> change(before -> before.moved(id, goal.pane(), goal.side())));
        } else if (!over(ports.owner(), screenX, screenY)) {
            change(before -> before.detached(id, DetachedWindow.bounds(screenX, screenY, group(id))));
        }
        focus(id);
    }

    private Optional<DeskView> under(double screenX, double screenY) {
        return views().filter(view -> {
                    Point2D point = view.screenToLocal(screenX, screenY);
                    return point != null && view.getLayoutBounds().contains(point);
                })
                .findFirst();
    }

    private static boolean over(Window window, double screenX, double screenY) {
        return screenX >= window.getX()
                && screenX <= window.getX() + window.getWidth()
                && screenY >= window.getY()
                && screenY <= window.getY() + window.getHeight();
    }

    /// Closes the windows of detached panes; where they stood is remembered by [#read] before.
    @Override
    public void close() {
        windows.forEach(DetachedWindow::close);
        windows.clear();
    }
}
