// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Notices that the computer is on a network again. Session thread only; time is the monotonic clock's.
///
/// It looks every few seconds, and only while there is no link: the JDK has no event for it, and the system's answer
/// takes its time.
final class NetworkSign {

    private static final long LOOK_EVERY = Duration.ofSeconds(5).toNanos();

    private final BooleanSupplier hasNetwork;
    private boolean had = true;
    private boolean looked;
    private long lookedAt;

    NetworkSign() {
        this(NetworkSign::hasNetwork);
    }

    NetworkSign(BooleanSupplier hasNetwork) {
        this.hasNetwork = hasNetwork;
    }

    /// Whether there is a network now and was none when it last looked.
    boolean cameUp(long now) {
        if (looked && now - lookedAt < LOOK_EVERY) {
            return false;
        }
        looked = true;
        lookedAt = now;
        boolean before = had;
        had = hasNetwork.getAsBoolean();
        return had && !before;
    }

    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(NetworkSign::isUsable);
        } catch (SocketException e) {
            return false; // there is no card at all
        }
    }

    private static boolean isUsable(NetworkInterface card) {
        try {
            return !card.isLoopback()
                    && card.isUp()
                    && card.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
        } catch (SocketException e) {
            return false; // it went away meanwhile
        }
    }
}
