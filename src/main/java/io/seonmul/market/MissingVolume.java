// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The stretches of the session's volume that lie in gaps, gap by gap, so that a late record can be recognised
/// and its gap shrunk. Session thread only.
///
/// Bounded: of more than [#CAPACITY] stretches the oldest gaps are forgotten, so that what they hold stays lost.
final class MissingVolume {

    static final int CAPACITY = 1024;

    private final ArrayDeque<Gap> gaps = new ArrayDeque<>();
    private int stretches;

    /// Contracts that lie between two received records.
    ///
    /// @param from totals at the record before
    /// @param end the record after, with which the stretch was found
    /// @param side of the trade of `end`, as told
    /// @param loss what is missing
    record Stretch(Totals from, GapEnd end, Side side, Loss loss) {

        boolean holds(Tick tick) {
            return tick.volume() - tick.size() >= from.volume() && tick.volume() <= end.volumeBefore();
        }
    }

    /// The stretches of one gap, in the order of volume.
    static final class Gap {
        private final long sequence;
        private final long closedAt;
        private final List<Stretch> parts = new ArrayList<>(1);

        private Gap(long sequence, long closedAt) {
            this.sequence = sequence;
            this.closedAt = closedAt;
        }

        /// As [FeedGap#sequence].
        long sequence() {
            return sequence;
        }

        /// The session's volume at the record that closed it.
        long closedAt() {
            return closedAt;
        }

        List<Stretch> parts() {
            return parts;
        }

        private int indexOf(Tick tick) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (parts.get(i).holds(tick)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// Where a late record belongs.
    record Place(Gap gap, int part) {

        Stretch stretch() {
            return gap.parts.get(part);
        }
    }

    /// A new gap, which is one stretch.
    void add(long sequence, Stretch stretch) {
        Gap gap = new Gap(sequence, stretch.end().totals().volume());
        gap.parts.add(stretch);
        gaps.addLast(gap);
        stretches++;
        bound();
    }

    /// The missing stretch in which the trade of `tick` lies.
    Optional<Place> find(Tick tick) {
        for (Iterator<Gap> it = gaps.descendingIterator(); it.hasNext(); ) {
            Gap gap = it.next();
            int part = gap.indexOf(tick);
            if (part >= 0) {
                return Optional.of(new Place(gap, part));
            }
        }
        return Optional.empty();
    }

    /// Puts what is left of a stretch in its place.
    void replace(Place place, List<Stretch> rest) {
        Gap gap = place.gap;
        gap.parts.remove(place.part);
        gap.parts.addAll(place.part, rest);
        stretches += rest.size() - 1;
        if (gap.parts.isEmpty()) {
            gaps.remove(gap);
        }
        bound();
    }

    /// Takes out the gaps that were closed beyond `volume`, newest first.
    List<Gap> takeBeyond(long volume) {
        List<Gap> taken = new ArrayList<>();
        while (!gaps.isEmpty() && gaps.getLast().closedAt > volume) {
            Gap gap = gaps.removeLast();
            stretches -= gap.parts.size();
            taken.add(gap);
        }
        return taken;
    }

    private void bound() {
        while (stretches > CAPACITY) {
            stretches -= gaps.removeFirst().parts.size();
        }
    }
}
