// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

/// Something that goes wrong at the embedded exchange, on purpose. Immutable.
///
/// A [Standing] fault lasts until [EmbeddedExchange#heal]; a [Strike] happens once. They are the troubles of
/// kis/protocol.md section 8 and what a hostile peer could do. [NamedFault] has them by name.
public sealed interface Fault {

    /// A fault that happens once, soon.
    sealed interface Strike extends Fault {}

    /// A fault that lasts until it is healed.
    sealed interface Standing extends Fault {}

    private static void oneOrMore(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
        }
    }

    /// Of each code and client, every so manyth trade record is withheld; depth is not, for each record of it is whole.
    record Loss(int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Loss {
            oneOrMore("every", every);
        }
    }

    /// Of each code and client, every so manyth trade record is sent twice.
    record Duplicates(int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Duplicates {
            oneOrMore("every", every);
        }
    }

    /// Of each code and client, every so manyth trade record is sent before the one that precedes it, if both are due
    /// together.
    record Disorder(int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Disorder {
            oneOrMore("every", every);
        }
    }

    /// Every so manyth data frame is sent wrong, trades and depth counted apart.
    record Mangled(Mangling how, int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Mangled {
            oneOrMore("every", every);
        }
    }

    /// Of each code and client, every so manyth trade record is wrong, or is preceded by a wrong one. The market's own
    /// totals stay as they are.
    record Doubtful(Doubt how, int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 1
        public Doubtful {
            oneOrMore("every", every);
        }
    }

    /// The first record of each registration made from now on comes from a server that is so many contracts ahead in
    /// all its totals; all others come from the one that goes on.
    record Failover(int contracts) implements Standing {
        /// @throws IllegalArgumentException if `contracts` is less than 1
        public Failover {
            oneOrMore("contracts", contracts);
        }
    }

    /// Every so manyth frame of trades goes in one text with the next one of its client, a line break between them.
    record Joined(int every) implements Standing {
        /// @throws IllegalArgumentException if `every` is less than 2, for then nothing would ever go
        public Joined {
            oneOrMore("every", every - 1);
        }
    }

    /// The answer to a handshake has a list of options in its `Connection` header, as RFC 6455 section 4.1 allows and
    /// proxies write it.
    record ConnectionList() implements Standing {}

    /// The market is closed as in the evening: no trade, no change of a book, and heartbeats that say 17:05 and later,
    /// while links stay healthy. It goes on where it stood.
    record ClosedMarket() implements Standing {}

    /// Every socket is cut without a close frame.
    record Drop() implements Strike {}

    /// Every client gets a close frame with this code, be it allowed on the wire or not.
    record Close(int code) implements Strike {
        /// @throws IllegalArgumentException if the code does not fit its two bytes
        public Close {
            if (code < 0 || code > 0xFFFF) {
                throw new IllegalArgumentException("a close code has two bytes, " + code + " has not");
            }
        }
    }

    /// Registrations made from now on are confirmed and never tick.
    record Hollow() implements Standing {}

    /// Sockets stay open and nothing at all is sent, not even the answer to a protocol ping.
    record Freeze() implements Standing {}

    /// Every byte goes in a TCP segment of its own, so many a second at most.
    record Drip(int bytesPerSecond) implements Standing {
        /// @throws IllegalArgumentException if `bytesPerSecond` is less than 1
        public Drip {
            oneOrMore("bytes a second", bytesPerSecond);
        }
    }

    /// Every text goes in WebSocket fragments of at most so many bytes.
    record Fragments(int bytes) implements Standing {
        /// @throws IllegalArgumentException if `bytes` is less than 1
        public Fragments {
            oneOrMore("bytes", bytes);
        }
    }

    /// Every client gets one message that never ends, in continuation frames of 64 KiB as fast as it reads.
    record EndlessMessage() implements Standing {}

    /// Every client gets this text as a frame.
    record Injection(String text) implements Strike {}

    /// Every client gets a text frame that is not UTF-8.
    record InvalidUtf8() implements Strike {}

    /// One registered code trades so many times at once; so many of its records go into one frame.
    record Burst(int records, int recordsPerFrame) implements Strike {
        /// @throws IllegalArgumentException if either is less than 1
        public Burst {
            oneOrMore("records", records);
            oneOrMore("records in a frame", recordsPerFrame);
        }
    }

    /// The request for an approval key is refused with this HTTP status.
    record ApprovalRefused(int status) implements Standing {}

    /// The request for an approval key gets no proper answer.
    record ApprovalSpoilt(Spoiling how) implements Standing {}

    /// All approval keys issued so far are forgotten, as after 24 hours.
    record ApprovalsExpired() implements Strike {}

    /// Each registration is answered as if another session had the app key (OPSP8996).
    record AppKeyInUse() implements Standing {}

    /// Each registration that would succeed is answered with this code instead, such as `OPSP0008`.
    record Answered(String code) implements Standing {
        /// @throws IllegalArgumentException if the exchange does not know the code
        public Answered {
            ServerCode _ = ServerCode.valueOf(code);
        }
    }

    /// Each registration of depth that would succeed is answered as by a server that has none (OPSP8991).
    record DepthRefused() implements Standing {}

    /// Nothing passes the door either way, as if a cable were pulled: no byte, no close, on connections old and new;
    /// only
    /// at an exchange with [ExchangeOptions#gated].
    record Severed() implements Standing {}

    /// New connections get no further than the door; only at an exchange with [ExchangeOptions#gated].
    record Unconnectable(Door how) implements Standing {}

    /// How a data frame can be wrong.
    enum Mangling {
        /// COUNT says one record more than there are; an even number of records it says to be a single one, so that the
        /// fields can be divided by it.
        WRONG_COUNT,
        /// Each record lacks its last three fields.
        NARROW,
        /// Each record has three fields more, which is allowed.
        WIDE,
        /// The frame belongs to a TR that nobody asked for.
        UNKNOWN_TR,
        /// Every digit of the records is a letter.
        NO_DIGITS,
        /// The second half is missing.
        TRUNCATED,
        /// The frame claims to be encrypted and is not.
        NOT_ENCRYPTED
    }

    /// What can make a well-formed trade record one that is not to be believed.
    enum Doubt {
        /// Its ACML_VOL is 5,000 too high, the next one's is right again; nothing else says so.
        VOLUME_GLITCH,
        /// A block of 500 contracts is in volume and turnover, and in DSCS_BLTR_ACML_QTY where this market counts
        /// blocks
        /// into its volume; it is withdrawn five records later: the totals lack it from then on.
        CANCELLED_BLOCK,
        /// Before it comes one that has another contract's figures under this code.
        FOREIGN_RECORD,
        /// Before it, and before the first of each registration, comes the last one of the day before.
        YESTERDAYS_RECORD,
        /// It lacks one field that is not essential: each one in turn, empty, `nan`, `-nan`, `-nan(ind)`, `null` in
        /// turn.
        EMPTY_FIELDS
    }

    /// How the answer to a request for an approval key can be wrong.
    enum Spoiling {
        /// HTTP 500 with a page of HTML.
        SERVER_ERROR,
        /// HTTP 200 and no JSON.
        GARBAGE,
        /// JSON whose `approval_key` is no text.
        NO_KEY,
        /// A megabyte of JSON.
        HUGE,
        /// Nothing for a minute.
        SLOW,
        /// The head at once and the body a byte a second.
        DRIPPING
    }

    /// What happens to one who connects.
    enum Door {
        /// The connection is never accepted, as if packets vanished.
        BLACK_HOLE,
        /// It is accepted, and the handshake is never answered.
        MUTE,
        /// It is reset when the handshake's request has come.
        RESET,
        /// The handshake is answered a byte at a time and never to its end.
        DRIPPING
    }
}
