// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.chart;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.Price;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lines that the user drew at prices of any code, the same in every chart. FX thread only.
public final class DrawnLevels {

    /// The most lines that are kept; drawing another forgets the oldest.
    static final int MOST = 200;

    private final ReadOnlyObjectWrapper<List<DrawnLevel>> all;

    /// @param kept the lines of before, oldest first
    public DrawnLevels(List<DrawnLevel> kept) {
        this.all = new ReadOnlyObjectWrapper<>(newest(kept));
    }

    private static List<DrawnLevel> newest(List<DrawnLevel> levels) {
        return List.copyOf(levels.subList(Math.max(0, levels.size() - MOST), levels.size()));
    }

    /// All lines, oldest first.
    public ReadOnlyObjectProperty<List<DrawnLevel>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Those of a code, oldest first.
    List<DrawnLevel> of(InstrumentCode code) {
        return all.get().stream().filter(level -> level.code().equals(code)).toList();
    }

    /// Draws a line at a price of a code, which is an alert there.
    public void add(InstrumentCode code, Price price) {
        add(new DrawnLevel(code, price.hundredths()));
    }

    /// Draws a line.
    void add(DrawnLevel level) {
        replace(level, level);
    }

    /// Draws `now` in place of `before`.
    void replace(DrawnLevel before, DrawnLevel now) {
        List<DrawnLevel> changed = new ArrayList<>(all.get());
        changed.remove(before);
        changed.remove(now);
        changed.add(now);
        all.set(newest(changed));
    }

    /// Removes a line.
    void remove(DrawnLevel level) {
        List<DrawnLevel> left = new ArrayList<>(all.get());
        left.remove(level);
        all.set(List.copyOf(left));
    }
}
