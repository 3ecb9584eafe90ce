// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.ui.main.DeskPart.Axis;
import io.seonmul.ui.main.DeskPart.Split;
import io.seonmul.ui.main.DeskPart.Tabs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Folds a part of a desk where there is no room for all of it side by side: neighbours go above each other, or become
/// tabs of one place, until no pane is cut off. Any thread.
///
/// The desk itself stays as the user arranged it, and is seen whole again in a larger window or with smaller text.
final class DeskFold {

    /// So much more than the least a place has, if there is room.
    private static final double EASE = 1.15;

    private final List<Integer> recent;

    private DeskFold(List<Integer> recent) {
        this.recent = recent;
    }

    /// `part` itself if it has room in `width` and `height`; else what is shown of it there.
    ///
    /// @param width pixels
    /// @param height pixels
    /// @param recent ids of panes that the user went to, the newest first: among tabs they are seen
    static DeskPart fit(DeskPart part, double width, double height, List<Integer> recent) {
        DeskPart fitted = new DeskFold(recent).fit(part, width, height);
        return isLike(fitted, part) ? part : fitted;
    }

    /// Whether both have the same panes in the same places, wherever the dividers are.
    static boolean isLike(DeskPart one, DeskPart other) {
        if (one instanceof Split split && other instanceof Split also) {
            return split.axis() == also.axis()
                    && isLike(split.first(), also.first())
                    && isLike(split.second(), also.second());
        }
        return one.equals(other);
    }

    /// Where the divider of `split` stands in a place of that length, in pixels from its beginning.
    ///
    /// It depends on nothing that was shown before: a window that was small for a while, or maximized,
    /// or on another screen, leaves no trace. What does not gain from room keeps its length, and in want
    /// of room goes down to its least before the other does.
    ///
    /// @param length pixels
    static double position(Split split, double length) {
        double of = split.of().map(Integer::doubleValue).orElse(length);
        double first = split.at() * of;
        double second = of - first;
        int gains = Integer.compare(split.first().growth(), split.second().growth());
        double wanted = gains > 0 ? length - second : gains < 0 ? first : split.at() * length;
        double leastFirst = Math.min(least(split.first(), split.axis()), first);
        double leastSecond = Math.min(least(split.second(), split.axis()), second);
        double least = leastFirst + leastSecond;
        return least >= length
                ? length * leastFirst / least
                : Math.clamp(wanted, leastFirst, Math.max(leastFirst, length - leastSecond));
    }

    private DeskPart fit(DeskPart part, double width, double height) {
        return part instanceof Split split ? fit(split, width, height) : part;
    }

    private DeskPart fit(Split split, double width, double height) {
        Axis axis = split.axis();
        double room = axis == Axis.ACROSS ? width : height;
        double beside = axis == Axis.ACROSS ? height : width;
        List<DeskPart> pieces = new ArrayList<>();
        addPieces(pieces, split, axis);
        int places = pieces.size();
        while (pieces.size() > 1 && sum(pieces, piece -> folded(piece, axis)) > room) {
            int at = leastMissed(pieces);
            DeskPart second = pieces.remove(at + 1);
            pieces.set(at, together(pieces.get(at), second, axis, beside));
        }
        DeskPart kept = pieces.size() == places ? split : joined(pieces, axis, room);
        return placed(kept, axis, room, beside, least(kept, axis) <= room);
    }

    private static void addPieces(List<DeskPart> pieces, DeskPart part, Axis axis) {
        if (part instanceof Split split && split.axis() == axis) {
            addPieces(pieces, split.first(), axis);
            addPieces(pieces, split.second(), axis);
        } else {
            pieces.add(part);
        }
    }

    private static double sum(List<DeskPart> pieces, ToDoubleFunction<DeskPart> least) {
        return pieces.stream().mapToDouble(least).sum();
    }

    /// The first of the two neighbours that gain the least from room.
    private static int leastMissed(List<DeskPart> pieces) {
        int best = 0;
        for (int i = 1; i + 1 < pieces.size(); i++) {
            if (growth(pieces, i) < growth(pieces, best)) {
                best = i;
            }
        }
        return best;
    }

    private static int growth(List<DeskPart> pieces, int first) {
        return pieces.get(first).growth() + pieces.get(first + 1).growth();
    }

    private DeskPart together(DeskPart first, DeskPart second, Axis axis, double beside) {
        Axis other = axis == Axis.ACROSS ? Axis.DOWN : Axis.ACROSS;
        double firstLeast = least(first, other);
        double both = firstLeast + least(second, other);
        return both <= beside ? Split.of(other, firstLeast / both, first, second) : tabs(first, second);
    }

    /// All panes of both in one place. The one that the user went to last is seen, else the one that is looked at most.
    private Tabs tabs(DeskPart first, DeskPart second) {
        List<PaneSlot> panes = new ArrayList<>(first.panes());
        panes.addAll(second.panes());
        PaneSlot front = panes.stream()
                .min(Comparator.comparingInt(this::age)
                        .thenComparingInt(pane -> pane.kind().rank()))
                .orElseThrow();
        return new Tabs(panes, panes.indexOf(front));
    }

    private int age(PaneSlot pane) {
        int index = recent.indexOf(pane.id());
        return index < 0 ? recent.size() : index;
    }

    /// The first has what it needs and a little more; what gains the most from room has the rest.
    private static DeskPart joined(List<DeskPart> pieces, Axis axis, double room) {
        DeskPart first = pieces.getFirst();
        if (pieces.size() == 1) {
            return first;
        }
        List<DeskPart> rest = pieces.subList(1, pieces.size());
        boolean gains = rest.stream().allMatch(piece -> piece.growth() <= first.growth());
        double own = gains ? room - EASE * sum(rest, piece -> folded(piece, axis)) : EASE * folded(first, axis);
        return Split.of(axis, own / room, first, joined(rest, axis, room - own));
    }

    /// With dividers that leave each part along `axis` its room, and what is in it fitted to that.
    ///
    /// @param whole whether there is room for every place
    private DeskPart placed(DeskPart part, Axis axis, double room, double beside, boolean whole) {
        if (!(part instanceof Split split && split.axis() == axis)) {
            return axis == Axis.ACROSS ? fit(part, room, beside) : fit(part, beside, room);
        }
        double first = needed(split.first(), axis, whole);
        double second = needed(split.second(), axis, whole);
        double own = Math.max(first, Math.min(position(split, room), room - second));
        return Split.of(
                axis,
                own / room,
                placed(split.first(), axis, own, beside, whole),
                placed(split.second(), axis, room - own, beside, whole));
    }

    private static double needed(DeskPart part, Axis axis, boolean whole) {
        return part instanceof Split split && split.axis() == axis
                ? needed(split.first(), axis, whole) + needed(split.second(), axis, whole)
                : whole ? least(part, axis) : folded(part, axis);
    }

    /// What a part needs along `axis` with all its places.
    private static double least(DeskPart part, Axis axis) {
        return switch (part) {
            case Tabs tabs -> folded(tabs, axis);
            case Split split when split.axis() == axis -> least(split.first(), axis) + least(split.second(), axis);
            case Split split -> Math.max(least(split.first(), axis), least(split.second(), axis));
        };
    }

    /// What a part needs along `axis` if all its panes are tabs of one place.
    private static double folded(DeskPart part, Axis axis) {
        return part.panes().stream()
                .mapToDouble(pane -> axis == Axis.ACROSS
                        ? pane.kind().leastWidth()
                        : pane.kind().leastHeight())
                .max()
                .orElse(0);
    }
}
