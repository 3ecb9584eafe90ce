// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.List;
import java.util.OptionalLong;

/// Folds the open interest of a session into its steps. Session thread only.
final class OpenInterestSeries {

    private final AppendLog<OpenInterestStep> steps = new AppendLog<>();
    private long newest = Figure.ABSENT;
    private long volumeAtStep;
    private long deltaAtStep;

    void add(long second, Tick tick) {
        long contracts = tick.figure(Figure.OPEN_INTEREST);
        if (contracts == newest || tick.openInterest().isEmpty()) {
            return;
        }
        newest = contracts;
        boolean first = steps.isEmpty();
        steps.add(new OpenInterestStep(
                second,
                contracts,
                first ? 0 : contracts - steps.last().contracts(),
                tick.last(),
                first ? Price.ZERO : tick.last().minus(steps.last().last()),
                first ? 0 : tick.volume() - volumeAtStep,
                flow(first, tick)));
        volumeAtStep = tick.volume();
        deltaAtStep = tick.deltaContracts();
    }

    private OptionalLong flow(boolean first, Tick tick) {
        long delta = tick.deltaContracts();
        if (delta == Figure.ABSENT || (!first && deltaAtStep == Figure.ABSENT)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(first ? 0 : delta - deltaAtStep);
    }

    List<OpenInterestStep> view() {
        return steps.view();
    }
}
