// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import io.seonmul.market.Witness;
import java.util.Set;
import java.util.stream.Collectors;

/// The words for a trade record that is shown and not counted yet, because its witnesses contradict it. Immutable; any
/// thread.
public final class DoubtTexts {

    /// Stands with a price that such a record brought, so that no colour has to say it.
    public static final String MARK = "?";

    private final Words words;

    /// @param words the texts of the language
    public DoubtTexts(Words words) {
        this.words = words;
    }

    /// A price with the mark, if there is a doubt.
    public static String marked(String price, Set<Witness> doubts) {
        return doubts.isEmpty() ? price : price + " " + MARK;
    }

    /// That the newest record is in doubt, in a few words.
    public String brief() {
        return words.get("doubt");
    }

    /// What is in doubt, and what becomes of the record, for a tooltip.
    public String explanation(Set<Witness> doubts) {
        return words.get("doubt.tip", names(doubts));
    }

    /// The witnesses by name.
    public String names(Set<Witness> doubts) {
        return doubts.stream().map(witness -> words.get("witness." + witness)).collect(Collectors.joining(", "));
    }
}
