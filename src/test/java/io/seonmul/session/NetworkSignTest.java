// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkSignTest {

    private static final long FIVE_SECONDS = 5_000_000_000L;

    private boolean network = true;
    private int looks;
    private final NetworkSign sign = new NetworkSign(() -> {
        looks++;
        return network;
    });

    @Test
    void aNetworkThatComesBackIsNoticedOnce() {
        long now = -42;
        assertThat(sign.cameUp(now)).as("it was there").isFalse();
        network = false;
        assertThat(sign.cameUp(now += FIVE_SECONDS)).isFalse();
        network = true;
        assertThat(sign.cameUp(now + 1)).as("not looked so soon").isFalse();
        assertThat(sign.cameUp(now += FIVE_SECONDS)).isTrue();
        assertThat(sign.cameUp(now + FIVE_SECONDS)).isFalse();
        assertThat(looks).isEqualTo(4);
    }

    @Test
    void theRealOneAnswers() {
        assertThat(new NetworkSign().cameUp(0)).isFalse();
    }
}
