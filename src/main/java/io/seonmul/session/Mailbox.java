// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What waits for the session thread: bounded in texts, by number and by characters; commands always fit.
///
/// Any thread posts, the session thread takes. A text that does not fit is refused, and the one who posts it must drop
/// the
/// link: ticks are never left out in silence.
final class Mailbox {

    /// Texts that may wait.
    static final int MOST_TEXTS = 65_536;
    /// Characters that may wait in texts; one character is one byte, as the wire is ASCII.
    static final long MOST_CHARACTERS = 64L << 20;

    private final LinkedBlockingQueue<Mail> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger texts = new AtomicInteger();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger peakSince = new AtomicInteger();

    /// Posts anything but a text.
    void post(Mail mail) {
        queue.add(mail);
    }

    /// Posts a text if there is room.
    ///
    /// @return whether it was taken
    boolean offer(Mail.Text mail) {
        if (texts.get() >= MOST_TEXTS || characters.get() + mail.text().length() > MOST_CHARACTERS) {
            return false;
        }
        characters.addAndGet(mail.text().length());
        int waiting = texts.incrementAndGet();
        if (waiting > peak.get()) {
            peak.set(waiting); // one link posts at a time, so nothing is lost between
        }
        if (waiting > peakSince.get()) {
            peakSince.accumulateAndGet(waiting, Math::max); // the session thread takes it meanwhile
        }
        queue.add(mail);
        return true;
    }

    /// Takes the next mail, waiting at most `millis`.
    Optional<Mail> take(long millis) throws InterruptedException {
        return taken(queue.poll(millis, TimeUnit.MILLISECONDS));
    }

    /// Takes the next mail if one waits.
    Optional<Mail> takeNow() {
        return taken(queue.poll());
    }

    private Optional<Mail> taken(@org.jspecify.annotations.Nullable Mail mail) {
        if (mail instanceof Mail.Text text) {
            texts.decrementAndGet();
            characters.addAndGet(-text.text().length());
        }
        return Optional.ofNullable(mail);
    }

    int waiting() {
        return texts.get();
    }

    int peak() {
        return peak.get();
    }

    /// Most texts that waited since the last call.
    int takePeak() {
        return peakSince.getAndSet(texts.get());
    }
}
