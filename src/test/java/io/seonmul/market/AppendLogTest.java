// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log against a plain list, with every view that was ever taken.
class AppendLogTest {

    private record Taken(List<Integer> view, List<Integer> then) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aViewNeverChanges(long seed) {
        Random random = new Random(seed);
        AppendLog<Integer> log = new AppendLog<>();
        List<Integer> plain = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int at = plain.isEmpty() ? 0 : random.nextInt(plain.size());
            int what = random.nextInt(10);
            if (what < 6 || plain.isEmpty()) {
                log.add(i);
                plain.add(i);
            } else if (what == 6) {
                log.replace(at, i);
                plain.set(at, i);
            } else if (what == 7) {
                log.remove(at);
                plain.subList(at, at + 1).clear();
            } else if (what == 8) {
                int place = random.nextInt(plain.size() + 1);
                log.insert(place, i);
                plain.add(place, i);
            } else {
                taken.add(new Taken(log.view(), List.copyOf(plain)));
            }
            assertThat(log.size()).isEqualTo(plain.size());
        }

        assertThat(log.view()).isEqualTo(plain);
        assertThat(taken)
                .hasSizeGreaterThan(100)
                .allSatisfy(one -> assertThat(one.view).isEqualTo(one.then));
    }
}
