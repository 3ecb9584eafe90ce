// SPDX-License-Identifier: Apache-2.0
package io.seonmul.session;

/// Why a link could not be had or was lost, in the terms of what a user can do about it.
public enum FailureReason {
    /// KIS does not accept the app key or secret: check them.
    KEYS_REFUSED,
    /// The approval key was refused again after it was issued anew, and none ever worked: check the app key's
    /// permissions.
    APPROVAL_REFUSED,
    /// The server does not know the approval key any more: another is asked for at once.
    APPROVAL_EXPIRED,
    /// KIS issued a key within the last minute and gives no other yet: it is tried again after a minute.
    ISSUED_LATELY,
    /// KIS was asked for more within a second than it allows these app keys: it is tried again after a second.
    ASKED_TOO_OFTEN,
    /// Another program uses the same app key: close it; the monitor tries again after a long wait.
    KEY_IN_USE,
    /// The server still holds the session of a link that was given up here without its knowledge: it is tried again.
    KEY_STILL_HELD,
    /// The server could not be reached: check the network and the address.
    UNREACHABLE,
    /// The server's name has no address: there is no network, or the name is wrong.
    NAME_NOT_FOUND,
    /// The server did not answer an attempt in time: the network swallows it, or the server is busy.
    TIMED_OUT,
    /// The server answered something that is not the protocol, or an error: it is tried again.
    SERVER_ERROR,
    /// The connection broke.
    LINK_LOST,
    /// The connection was open and mute, and a ping stayed unanswered.
    NOT_ANSWERING,
    /// The server accepted the registrations and sent no tick while a market should flow.
    HOLLOW,
    /// More came than the session could take in: the link was dropped rather than ticks.
    OVERLOADED,
    /// The request itself was refused (custtype, TR, format): a setting or a defect.
    REQUEST_REFUSED;

    /// Whether no server was met at all, so that none was burdened.
    boolean isUnmet() {
        return this == UNREACHABLE || this == NAME_NOT_FOUND;
    }

    /// Whether only the user can mend it, in the settings, so that trying again cannot help.
    public boolean isFinal() {
        return switch (this) {
            case KEYS_REFUSED, APPROVAL_REFUSED, REQUEST_REFUSED -> true;
            case APPROVAL_EXPIRED,
                    ISSUED_LATELY,
                    ASKED_TOO_OFTEN,
                    KEY_IN_USE,
                    KEY_STILL_HELD,
                    UNREACHABLE,
                    NAME_NOT_FOUND,
                    TIMED_OUT,
                    SERVER_ERROR,
                    LINK_LOST,
                    NOT_ANSWERING,
                    HOLLOW,
                    OVERLOADED -> false;
        };
    }
}
