// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a desk: panes as tabs of one place, or two parts beside or above each other. Immutable.
///
/// A settings file may hold a split of fewer or more parts than two, or a place without panes; [#rebuilt] mends both.
public sealed interface DeskPart {

    /// The panes in it, from left to right and from above.
    List<PaneSlot> panes();

    /// How much it gains from more room: as much as the pane in it that gains the most.
    default int growth() {
        return panes().stream().mapToInt(pane -> pane.kind().growth()).max().orElse(0);
    }

    /// This part with each place made anew; empty if nothing is left of it.
    ///
    /// @param change what becomes of a place; empty if it goes
    Optional<DeskPart> rebuilt(Function<Tabs, Optional<DeskPart>> change);

    /// This part as it was wanted in a place of that size: dividers that are a fraction of any length
    /// become one of it.
    ///
    /// @param width pixels
    /// @param height pixels
    DeskPart sized(double width, double height);

    /// How a split is cut.
    enum Axis {
        /// Its parts stand beside each other.
        ACROSS,
        /// Its parts stand above each other.
        DOWN
    }

    /// Two parts with a divider between them. Immutable.
    ///
    /// @param axis how they stand
    /// @param at where the divider was put, as a fraction of the whole
    /// @param of how long the whole was then, in pixels: in a longer or shorter one the part that gains
    ///     the most from room has the difference. Empty for a fraction of whatever the length is
    /// @param parts the first and the second
    record Split(Axis axis, double at, Optional<Integer> of, List<DeskPart> parts) implements DeskPart {

        /// Brings what a settings file may hold into the window.
        public Split {
            at = Double.isFinite(at) ? Math.clamp(at, 0.02, 0.98) : 0.5;
            of = of.filter(length -> length > 0);
            parts = List.copyOf(parts);
        }

        static Split of(Axis axis, double at, DeskPart first, DeskPart second) {
            return new Split(axis, at, Optional.empty(), List.of(first, second));
        }

        /// The same parts with the divider at that fraction of a whole of that length.
        Split cut(double newAt, Optional<Integer> newOf) {
            return new Split(axis, newAt, newOf, parts);
        }

        /// The same divider between other parts.
        Split with(DeskPart first, DeskPart second) {
            return new Split(axis, at, of, List.of(first, second));
        }

        DeskPart first() {
            return parts.getFirst();
        }

        DeskPart second() {
            return parts.getLast();
        }

        @Override
        public List<PaneSlot> panes() {
            return parts.stream().flatMap(part -> part.panes().stream()).toList();
        }

        @Override
        public Optional<DeskPart> rebuilt(Function<Tabs, Optional<DeskPart>> change) {
            List<DeskPart> kept = new ArrayList<>();
            parts.forEach(part -> part.rebuilt(change).ifPresent(kept::add));
            return joined(kept);
        }

        @Override
        public DeskPart sized(double width, double height) {
            double length = axis == Axis.ACROSS ? width : height;
            double own = DeskFold.position(this, length);
            Split cut = of.isPresent() ? this : cut(own / length, Optional.of((int) Math.rint(length)));
            return switch (axis) {
                case ACROSS -> cut.with(first().sized(own, height), second().sized(width - own, height));
                case DOWN -> cut.with(first().sized(width, own), second().sized(width, height - own));
            };
        }

        private Optional<DeskPart> joined(List<DeskPart> kept) {
            Optional<DeskPart> rest = kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
            for (int i = kept.size() - 2; i >= 0; i--) {
                DeskPart part = kept.get(i);
                rest = rest.map(later -> with(part, later));
            }
            return rest;
        }
    }

    /// Panes of which one is seen. Immutable.
    ///
    /// @param panes in the order of their tabs
    /// @param shown which of them is seen
    record Tabs(List<PaneSlot> panes, int shown) implements DeskPart {

        /// Copies the list.
        public Tabs {
            panes = List.copyOf(panes);
            shown = Math.clamp(shown, 0, Math.max(0, panes.size() - 1));
        }

        static Tabs of(PaneSlot... panes) {
            return new Tabs(List.of(panes), 0);
        }

        /// The pane that is seen.
        PaneSlot front() {
            return panes.get(shown);
        }

        boolean has(int id) {
            return panes.stream().anyMatch(pane -> pane.id() == id);
        }

        /// With `pane` after the one that is seen, and seen itself.
        Tabs with(PaneSlot pane) {
            List<PaneSlot> more = new ArrayList<>(panes);
            more.add(shown + 1, pane);
            return new Tabs(more, shown + 1);
        }

        /// Without that pane; the one before it is seen then, or the first.
        Tabs without(int id) {
            List<PaneSlot> fewer =
                    panes.stream().filter(pane -> pane.id() != id).toList();
            boolean earlier = panes.indexOf(front()) >= fewer.size() || front().id() == id;
            PaneSlot front = front();
            return new Tabs(fewer, fewer.contains(front) ? fewer.indexOf(front) : earlier ? shown - 1 : shown);
        }

        @Override
        public DeskPart sized(double width, double height) {
            return this;
        }

        @Override
        public Optional<DeskPart> rebuilt(Function<Tabs, Optional<DeskPart>> change) {
            return panes.isEmpty() ? Optional.empty() : change.apply(this);
        }
    }
}
