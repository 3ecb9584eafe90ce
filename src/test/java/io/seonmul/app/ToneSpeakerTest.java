// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.seonmul.market.LimitEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is played, and what is said where nothing can be.
final class ToneSpeakerTest {

    @ParameterizedTest
    @EnumSource
    void tonesAreHeardAndDoNotClick(LimitEvent.Severity severity) {
        ShortBuffer samples = ByteBuffer.wrap(ToneSpeaker.samples(severity))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int loudest = 0;
        int steepest = 0;
        for (int i = 1; i < samples.limit(); i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
            steepest = Math.max(steepest, Math.abs(samples.get(i) - samples.get(i - 1)));
        }
        assertThat(loudest).isBetween(7_000, 8_192);
        assertThat(steepest).as("a jump is a click").isLessThan(2_000);
        assertThat(samples.get(0)).isZero();
        assertThat(samples.get(samples.limit() - 1)).isZero();
    }

    @Test
    void aMachineWithoutAudioIsToldOfOnce() {
        assumeTrue(AudioSystem.getMixerInfo().length == 0, "this machine would make the sound");
        try (ToneSpeaker speaker = new ToneSpeaker()) {
            speaker.sound(LimitEvent.Severity.NOTICE);
            assertThat(speaker.takeFailure()).isPresent();
            speaker.sound(LimitEvent.Severity.CRITICAL);
            assertThat(speaker.takeFailure()).isEmpty();
        }
    }
}
