// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InvariantTallyTest {

    @Test
    void saysWhatHeldAndWhatDidNot() {
        InvariantCounts counts = new InvariantCounts();
        assertThat(counts.tally()).hasToString("");
        counts.count(Invariant.I1, true);
        counts.count(Invariant.I1, true);
        counts.count(Invariant.I6, true);
        counts.count(Invariant.I6, false);
        counts.count(Invariant.I13, false);

        assertThat(counts.tally()).hasToString("I1 2, I6 1 and 1 not, I13 0 and 1 not");
    }
}
