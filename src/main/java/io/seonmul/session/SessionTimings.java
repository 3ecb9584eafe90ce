// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

import java.time.Duration;

/// The session's deadlines. Immutable; [#DEFAULT] is what the product uses, tests may hurry.
///
/// @param connect a connect attempt, handshake included, is abandoned after it
/// @param silence after it without a text or pong a ping is sent
/// @param pong a link whose ping is unanswered for it is dead; with `silence` at most 10 s together
/// @param spacing between two registrations (KIS: about 0.2 s)
/// @param answer a registration without an answer is asked again after it
/// @param proof a link that lived so long is proven: the next failure counts as the first again
/// @param hollow the shortest time in which a code that flowed before must tick again on a new link
/// @param shortestLife between connect and close, KIS wants a second at least
public record SessionTimings(
        Duration connect,
        Duration silence,
        Duration pong,
        Duration spacing,
        Duration answer,
        Duration proof,
        Duration hollow,
        Duration shortestLife) {

    /// The product's deadlines.
    public static final SessionTimings DEFAULT = new SessionTimings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1));

    /// A deadline for a person: whole seconds as such, all else in milliseconds.
    static String told(Duration deadline) {
        return deadline.toMillis() % 1000 == 0 ? deadline.toSeconds() + " s" : deadline.toMillis() + " ms";
    }
}
