// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.market.LimitEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Makes a short synthesised sound for each severity: one, two or three tones, so that they differ without a pitch
/// being known. Any thread; a thread of its own plays.
///
/// A sound that comes while another plays waits; a third is left out. Where no audio output answers it says so once,
/// and tries again with every sound: a speaker may have been connected meanwhile.
final class ToneSpeaker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ToneSpeaker.class.getName());
    private static final float RATE = 44_100;
    private static final double TONE_SECONDS = 0.12;
    private static final double PAUSE_SECONDS = 0.06;
    /// Tones begin and end softly, or the loudspeaker clicks.
    private static final double SOFT_SECONDS = 0.008;

    private static final double LOUDNESS = 0.25;
    /// A sound server (PulseAudio was tried) begins to play when the line's buffer is full, so a buffer that is longer
    /// than the sound would keep it in.
    private static final double BUFFER_SECONDS = 0.1;
    /// Silence behind the tones: the end of what the server holds is dropped when the line is closed.
    private static final double TAIL_SECONDS = 0.4;

    private final ThreadPoolExecutor player = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("seonmul-sound").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicReference<Optional<String>> failure = new AtomicReference<>(Optional.empty());
    /// Whether the newest sound could not be made; the thread that plays writes it, and may be another each time.
    private volatile boolean failing;

    /// Plays the sound of that severity, soon.
    void play(LimitEvent.Severity severity) {
        player.execute(() -> sound(severity));
    }

    /// Why nothing can be heard, said once until something was heard again.
    Optional<String> takeFailure() {
        return failure.getAndSet(Optional.empty());
    }

    /// Plays the sound of that severity to its end. The thread that plays.
    void sound(LimitEvent.Severity severity) {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format, bytes(BUFFER_SECONDS));
            line.start();
            byte[] samples = samples(severity);
            byte[] heard = Arrays.copyOf(samples, samples.length + bytes(TAIL_SECONDS));
            line.write(heard, 0, heard.length);
            line.drain();
            failing = false;
        } catch (LineUnavailableException | IllegalArgumentException | LinkageError e) { // no device, form or library
            if (!failing) {
                LOG.log(Level.INFO, e, () -> "no sound can be made");
                failure.set(Optional.of(String.valueOf(e.getMessage())));
            }
            failing = true;
        }
    }

    private static int bytes(double seconds) {
        return 2 * (int) (RATE * seconds);
    }

    /// 16 bits, one channel, little end first.
    static byte[] samples(LimitEvent.Severity severity) {
        double[] tones = switch (severity) {
            case NOTICE -> new double[] {880};
            case WARNING -> new double[] {880, 1_108.7};
            case CRITICAL -> new double[] {1_318.5, 1_108.7, 1_318.5};
        };
        int tone = (int) (RATE * TONE_SECONDS);
        int pause = (int) (RATE * PAUSE_SECONDS);
        byte[] bytes = new byte[2 * tones.length * (tone + pause)];
        for (int i = 0; i < tones.length; i++) {
            for (int at = 0; at < tone; at++) {
                double soft = Math.min(1, Math.min(at, tone - at) / (RATE * SOFT_SECONDS));
                int sample = (int) (Short.MAX_VALUE * LOUDNESS * soft * Math.sin(2 * Math.PI * tones[i] * at / RATE));
                int place = 2 * (i * (tone + pause) + at);
                bytes[place] = (byte) sample;
                bytes[place + 1] = (byte) (sample >> 8);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        player.shutdownNow();
    }
}
