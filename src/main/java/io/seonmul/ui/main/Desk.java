// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Side;

/// How the panes stand: those in the main window, and those in windows of their own. Immutable.
///
/// Each change gives another desk; no place is ever empty, and the main window always has a pane.
///
/// @param main what stands in the main window
/// @param detached what stands in windows of its own
public record Desk(DeskPart main, List<Detached> detached) {

    /// A window of its own. Immutable.
    ///
    /// @param part what stands in it
    /// @param bounds where it stands
    /// @param home where its first pane goes when it is docked; empty if nobody knows
    public record Detached(DeskPart part, WindowBounds bounds, Optional<Home> home) {}

    /// Where a pane stood, so that it can go there again. Immutable.
    ///
    /// @param panes the panes that it stood with
    /// @param side on which side of them; empty if it was a tab among them
    /// @param at where the divider was, as [DeskPart.Split] has it
    /// @param of likewise
    public record Home(List<Integer> panes, Optional<Side> side, double at, Optional<Integer> of) {

        /// Copies the list.
        public Home {
            panes = List.copyOf(panes);
        }
    }

    /// Copies the list.
    public Desk {
        detached = List.copyOf(detached);
    }

    /// All panes, those of the main window first.
    List<PaneSlot> panes() {
        return parts().flatMap(part -> part.panes().stream()).toList();
    }

    Optional<PaneSlot> pane(int id) {
        return panes().stream().filter(pane -> pane.id() == id).findFirst();
    }

    Optional<PaneSlot> first(PaneKind kind) {
        return panes().stream().filter(pane -> pane.kind() == kind).findFirst();
    }

    /// An id that no pane has.
    int nextId() {
        return 1 + panes().stream().mapToInt(PaneSlot::id).max().orElse(0);
    }

    private Stream<DeskPart> parts() {
        return Stream.concat(Stream.of(main), detached.stream().map(Detached::part));
    }

    /// This desk as it can be shown: without empty places, second watchlists and ids that two panes have; empty if
    /// nothing is left in the main window.
    Optional<Desk> sound() {
        Set<Integer> ids = new HashSet<>();
        boolean[] watchlist = new boolean[1];
        int[] next = {nextId()};
        return rebuilt(tabs -> {
            List<PaneSlot> kept = new ArrayList<>();
            for (PaneSlot pane : tabs.panes()) {
                if (pane.kind() == PaneKind.WATCHLIST && watchlist[0]) {
                    continue;
                }
                watchlist[0] |= pane.kind() == PaneKind.WATCHLIST;
                kept.add(ids.add(pane.id()) ? pane : pane.withId(next[0]++));
            }
            return kept.isEmpty() ? Optional.empty() : Optional.of(new DeskPart.Tabs(kept, tabs.shown()));
        });
    }

    private Optional<Desk> rebuilt(Function<DeskPart.Tabs, Optional<DeskPart>> change) {
        List<Detached> windows = new ArrayList<>();
        Optional<DeskPart> newMain = main.rebuilt(change);
        for (Detached window : detached) {
            window.part()
                    .rebuilt(change)
                    .ifPresent(part -> windows.add(new Detached(part, window.bounds(), window.home())));
        }
        return newMain.map(part -> new Desk(part, windows));
    }

    private Desk changed(int id, UnaryOperator<DeskPart.Tabs> change) {
        return rebuilt(tabs -> Optional.of(tabs.has(id) ? change.apply(tabs) : tabs))
                .orElse(this);
    }

    /// With `pane` in place of the one that has its id.
    Desk with(PaneSlot pane) {
        return changed(
                pane.id(),
                tabs -> new DeskPart.Tabs(
                        tabs.panes().stream()
                                .map(old -> old.id() == pane.id() ? pane : old)
                                .toList(),
                        tabs.shown()));
    }

    /// With that pane seen among the tabs of its place.
    Desk shown(int id) {
        return changed(
                id,
                tabs -> new DeskPart.Tabs(
                        tabs.panes(),
                        tabs.panes().stream().map(PaneSlot::id).toList().indexOf(id)));
    }

    /// Without that pane; the same desk if it is the last of the main window.
    Desk without(int id) {
        return rebuilt(tabs -> {
                    DeskPart.Tabs fewer = tabs.has(id) ? tabs.without(id) : tabs;
                    return fewer.panes().isEmpty() ? Optional.empty() : Optional.of(fewer);
                })
                .orElse(this);
    }

    /// Whether it may go: the main window keeps its last pane.
    boolean canLose(int id) {
        return main.panes().stream().anyMatch(pane -> pane.id() != id);
    }

    /// With `pane`, which is not on it, as a tab beside the pane `target`.
    Desk tabbed(PaneSlot pane, int target) {
        return changed(target, tabs -> tabs.with(pane));
    }

    /// With `pane`, which is not on it, on that side of the place of `target`.
    Desk beside(PaneSlot pane, int target, Side side) {
        return rebuilt(tabs -> Optional.of(tabs.has(target) ? joined(DeskPart.Tabs.of(pane), tabs, side, 0.5) : tabs))
                .orElse(this);
    }

    /// With `pane`, which is not on it, along a whole side of the main window.
    Desk atEdge(PaneSlot pane, Side side) {
        boolean first = side == Side.LEFT || side == Side.TOP;
        return new Desk(joined(DeskPart.Tabs.of(pane), main, side, first ? 0.25 : 0.75), detached);
    }

    /// With the pane `id` pushed to that side: out of its tabs, or in exchange with its neighbour there, or along that
    /// whole side of the window. The same desk where it can go no further.
    Desk pushed(int id, Side side) {
        boolean alone = part(id).map(part -> part.panes().size() == 1).orElse(true);
        if (!alone) {
            return moved(id, id, Optional.of(side));
        }
        return Neighbours.of(main, id, side)
                .map(place -> exchanged(id, place.front().id()))
                .orElseGet(() -> canLose(id) && windowOf(id).isEmpty() && !fills(id, side)
                        ? without(id).atEdge(pane(id).orElseThrow(), side)
                        : this);
    }

    /// Whether a pane takes that whole side of the main window already.
    private boolean fills(int id, Side side) {
        return without(id).atEdge(pane(id).orElseThrow(), side).main() instanceof DeskPart.Split wanted
                && main instanceof DeskPart.Split split
                && split.axis() == wanted.axis()
                && split.first().panes().equals(wanted.first().panes());
    }

    /// With the pane `id` beside `target`: as a tab, or on that side of its place. Nothing changes if it is there.
    Desk moved(int id, int target, Optional<Side> side) {
        Optional<PaneSlot> pane = pane(id);
        boolean alone = part(id).filter(DeskPart.Tabs.class::isInstance)
                .map(tabs -> tabs.panes().size() == 1)
                .orElse(true);
        if (pane.isEmpty() || (id == target && (alone || side.isEmpty()))) {
            return this;
        }
        int goal = id == target ? neighbour(id) : target;
        if (side.isEmpty() && part(target).equals(part(id))) {
            return this;
        }
        if (!canLose(id)) {
            return this;
        }
        Desk rest = without(id);
        return side.map(where -> rest.beside(pane.get(), goal, where)).orElseGet(() -> rest.tabbed(pane.get(), goal));
    }

    private int neighbour(int id) {
        return part(id).stream()
                .flatMap(tabs -> tabs.panes().stream())
                .map(PaneSlot::id)
                .filter(other -> other != id)
                .findFirst()
                .orElse(id);
    }

    /// The place in which that pane is.
    Optional<DeskPart> part(int id) {
        List<DeskPart> found = new ArrayList<>();
        rebuilt(tabs -> {
            if (tabs.has(id)) {
                found.add(tabs);
            }
            return Optional.of(tabs);
        });
        return found.stream().findFirst();
    }

    /// With the places of two panes exchanged.
    Desk exchanged(int one, int other) {
        Optional<DeskPart> first = part(one);
        Optional<DeskPart> second = part(other);
        return rebuilt(tabs -> tabs.has(one) ? second : tabs.has(other) ? first : Optional.of(tabs))
                .orElse(this);
    }

    /// With that pane in a window of its own.
    Desk detached(int id, WindowBounds bounds) {
        Optional<PaneSlot> pane = pane(id);
        if (pane.isEmpty() || !canLose(id)) {
            return this;
        }
        Desk rest = without(id);
        List<Detached> windows = new ArrayList<>(rest.detached);
        windows.add(new Detached(DeskPart.Tabs.of(pane.get()), bounds, home(id)));
        return new Desk(rest.main, windows);
    }

    /// With the panes of that window in the main window again, where the first of them came from.
    Desk docked(Detached window) {
        List<Detached> others = new ArrayList<>(detached);
        others.remove(window);
        Desk docked = new Desk(main, others);
        List<PaneSlot> panes = window.part().panes();
        docked = docked.placed(panes.getFirst(), window.home());
        for (PaneSlot pane : panes.subList(1, panes.size())) {
            docked = docked.tabbed(pane, panes.getFirst().id());
        }
        return docked;
    }

    /// Whether it stands in a window of its own.
    Optional<Detached> windowOf(int id) {
        return detached.stream()
                .filter(window -> window.part().panes().stream().anyMatch(pane -> pane.id() == id))
                .findFirst();
    }

    /// Where that pane of the main window stands among the others.
    Optional<Home> home(int id) {
        return home(main, id);
    }

    private static Optional<Home> home(DeskPart part, int id) {
        return switch (part) {
            case DeskPart.Tabs tabs ->
                tabs.has(id) && tabs.panes().size() > 1
                        ? Optional.of(new Home(ids(tabs.without(id)), Optional.empty(), 0.5, Optional.empty()))
                        : Optional.empty();
            case DeskPart.Split split -> {
                boolean across = split.axis() == DeskPart.Axis.ACROSS;
                if (ids(split.first()).equals(List.of(id))) {
                    yield Optional.of(home(split, split.second(), across ? Side.LEFT : Side.TOP));
                } else if (ids(split.second()).equals(List.of(id))) {
                    yield Optional.of(home(split, split.first(), across ? Side.RIGHT : Side.BOTTOM));
                }
                yield home(split.first(), id).or(() -> home(split.second(), id));
            }
        };
    }

    private static Home home(DeskPart.Split split, DeskPart others, Side side) {
        return new Home(ids(others), Optional.of(side), split.at(), split.of());
    }

    private static List<Integer> ids(DeskPart part) {
        return part.panes().stream().map(PaneSlot::id).toList();
    }

    /// With `pane`, which is not on it, where it stood, or at the right edge if nothing of that is left.
    Desk placed(PaneSlot pane, Optional<Home> home) {
        List<Integer> there = ids(main);
        List<Integer> left = home.map(Home::panes).orElse(List.of()).stream()
                .filter(there::contains)
                .toList();
        if (home.isEmpty() || left.isEmpty()) {
            return atEdge(pane, Side.RIGHT);
        }
        return home.get()
                .side()
                .map(side -> new Desk(
                        placed(
                                main,
                                left,
                                part -> joined(DeskPart.Tabs.of(pane), part, side, 0.5)
                                        .cut(home.get().at(), home.get().of())),
                        detached))
                .orElseGet(() -> tabbed(pane, left.getFirst()));
    }

    /// Changes the smallest part that has all of `ids`.
    private static DeskPart placed(DeskPart part, List<Integer> ids, UnaryOperator<DeskPart> change) {
        if (part instanceof DeskPart.Split split) {
            if (ids(split.first()).containsAll(ids)) {
                return split.with(placed(split.first(), ids, change), split.second());
            } else if (ids(split.second()).containsAll(ids)) {
                return split.with(split.first(), placed(split.second(), ids, change));
            }
        }
        return change.apply(part);
    }

    private static DeskPart.Split joined(DeskPart pane, DeskPart part, Side side, double at) {
        return switch (side) {
            case LEFT -> DeskPart.Split.of(DeskPart.Axis.ACROSS, at, pane, part);
            case RIGHT -> DeskPart.Split.of(DeskPart.Axis.ACROSS, at, part, pane);
            case TOP -> DeskPart.Split.of(DeskPart.Axis.DOWN, at, pane, part);
            case BOTTOM -> DeskPart.Split.of(DeskPart.Axis.DOWN, at, part, pane);
        };
    }
}
