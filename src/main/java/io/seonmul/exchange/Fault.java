// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// Something that goes wrong at the embedded exchange, on purpose. Immutable.
///
/// A standing fault lasts until [EmbeddedExchange#heal]; the others happen once. They are the troubles of
/// kis/protocol.md section 8.
public sealed interface Fault {

    /// Whether it lasts until it is healed.
    boolean standing();

    /// Standing: of each code and client, every so manyth record is withheld.
    record Loss(int every) implements Fault {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Loss {
            if (every < 1) {
                throw new IllegalArgumentException("every " + every + "th record cannot be withheld");
            }
        }

        @Override
        public boolean standing() {
            return true;
        }
    }

    /// Once: every socket is cut without a close frame.
    record Drop() implements Fault {
        @Override
        public boolean standing() {
            return false;
        }
    }

    /// Standing: registrations made from now on are confirmed and never tick.
    record Hollow() implements Fault {
        @Override
        public boolean standing() {
            return true;
        }
    }

    /// Standing: sockets stay open and nothing at all is sent, not even the answer to a protocol ping.
    record Freeze() implements Fault {
        @Override
        public boolean standing() {
            return true;
        }
    }

    /// Once: every client gets this text as a frame.
    record Injection(String text) implements Fault {
        @Override
        public boolean standing() {
            return false;
        }
    }

    /// Standing: the request for an approval key is refused with this HTTP status.
    record ApprovalRefused(int status) implements Fault {
        @Override
        public boolean standing() {
            return true;
        }
    }

    /// Once: all approval keys issued so far are forgotten, as after 24 hours.
    record ApprovalsExpired() implements Fault {
        @Override
        public boolean standing() {
            return false;
        }
    }

    /// Standing: each registration is answered as if another session had the app key (OPSP8996).
    record AppKeyInUse() implements Fault {
        @Override
        public boolean standing() {
            return true;
        }
    }
}
