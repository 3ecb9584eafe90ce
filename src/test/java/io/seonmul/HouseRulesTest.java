// SPDX-License-Identifier: Apache-2.0
package io.seonmul;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HouseRulesTest {
    @Test
    void jdk() {
        assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
    }
}
