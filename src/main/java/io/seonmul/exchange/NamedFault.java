// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import static io.seonmul.exchange.Fault.Door;
import static io.seonmul.exchange.Fault.Doubt;
import static io.seonmul.exchange.Fault.Mangling;
import static io.seonmul.exchange.Fault.Spoiling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A trouble of the feed under a name that a person can type. Immutable; any thread.
///
/// @param name lower case with hyphens
/// @param faults what goes wrong together, in order: a fault that shows only at the next connection comes with a cut
public record NamedFault(String name, List<Fault> faults) {

    private static final String UNASKED =
            "{\"header\":{\"tr_id\":\"H0IFCNT0\",\"tr_key\":\"A99912\",\"encrypt\":\"N\"},"
                    + "\"body\":{\"rt_cd\":\"0\",\"msg_cd\":\"OPSP0000\",\"msg1\":\"SUBSCRIBE SUCCESS\"}}";

    /// Answers that say no, none of them to anything that was asked.
    private static final List<String> STRAY = List.of(
            stray("H0MFCNT0", "A01609", "OPSP8991", "SUBSCRIBE ERROR : invalid tr_id"),
            stray("(null)", "", "OPSP9999", "JSON PARSING ERROR : invalid json format"),
            stray("(null)", "", "OPSP9993", "JSON PARSING ERROR : internal error"));

    /// Texts that are no message of the protocol, each wrong in another way.
    private static final List<String> GARBAGE = List.of(
            "",
            " ",
            "nonsense",
            "0|",
            "0||",
            "0|H0IFCNT0|",
            "0|H0IFCNT0|001|",
            "0|H0IFCNT0|000|",
            "0|H0IFCNT0|-01|a^b",
            "0|H0IFCNT0|9999999999|a^b",
            "0|H0IFCNT0|abc|not^a^record",
            "1|H0IFCNT0|001|not base64",
            "0|" + "H".repeat(4_000) + "|001|a",
            "선물".repeat(100),
            "\u0000\uFFFF\u202E");

    /// JSON that is no message of the protocol, each of another shape.
    private static final List<String> WRONG_JSON = List.of(
            "{",
            "{}",
            "[]",
            "null",
            "42",
            "\"PINGPONG\"",
            "[{\"header\":{}}]",
            "{\"header\":null}",
            "{\"header\":[]}",
            "{\"header\":{\"tr_id\":1},\"body\":{}}",
            "{\"header\":{\"tr_id\":{\"a\":[]}},\"body\":{\"msg_cd\":[]}}",
            "{\"header\":{\"tr_id\":\"H0IFCNT0\"},\"body\":\"OPSP0000\"}",
            "{\"header\":{\"tr_id\":\"H0IFCNT0\"},\"body\":{\"msg_cd\":null,\"output\":[1]}}",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "{\"header\":{\"tr_id\":" + "9".repeat(5_000) + "}}");

    private static final List<NamedFault> ALL = List.of(
            of("drop", new Fault.Drop()),
            of("freeze", new Fault.Freeze()),
            of("half-open", new Fault.Severed()),
            of("slow-drip", new Fault.Drip(40)),
            of("byte-by-byte", new Fault.Drip(1_000_000)),
            of("fragments", new Fault.Fragments(7)),
            of("endless-message", new Fault.EndlessMessage()),
            of("large-frame", new Fault.Injection("0|H0IFCNT0|001|" + "1^".repeat(1 << 19))),
            of("garbage", injections(GARBAGE)),
            of("wrong-json", injections(WRONG_JSON)),
            of("invalid-utf8", new Fault.InvalidUtf8()),
            of("stray-answer", injections(STRAY)),
            of("unasked-answer", new Fault.Injection(UNASKED)),
            of("wrong-count", new Fault.Mangled(Mangling.WRONG_COUNT, 10)),
            of("narrow-records", new Fault.Mangled(Mangling.NARROW, 10)),
            of("wide-records", new Fault.Mangled(Mangling.WIDE, 10)),
            of("unknown-tr", new Fault.Mangled(Mangling.UNKNOWN_TR, 10)),
            of("no-digits", new Fault.Mangled(Mangling.NO_DIGITS, 10)),
            of("truncated", new Fault.Mangled(Mangling.TRUNCATED, 10)),
            of("not-encrypted", new Fault.Mangled(Mangling.NOT_ENCRYPTED, 10)),
            of("loss", new Fault.Loss(10)),
            of("duplicates", new Fault.Duplicates(10)),
            of("disorder", new Fault.Disorder(10)),
            of("volume-glitch", new Fault.Doubtful(Doubt.VOLUME_GLITCH, 20)),
            of("cancelled-block", new Fault.Doubtful(Doubt.CANCELLED_BLOCK, 100)),
            of("foreign-record", new Fault.Doubtful(Doubt.FOREIGN_RECORD, 20)),
            of("yesterdays-record", new Fault.Doubtful(Doubt.YESTERDAYS_RECORD, 20), new Fault.Drop()),
            of("empty-fields", new Fault.Doubtful(Doubt.EMPTY_FIELDS, 5)),
            of("two-frames", new Fault.Joined(10)),
            of("failover", new Fault.Failover(300), new Fault.Drop()),
            of("burst-frame", new Fault.Burst(5_000, 5_000)),
            of("burst-second", new Fault.Burst(100_000, 20)),
            of("hollow", new Fault.Hollow(), new Fault.Drop()),
            of("approval-refused", new Fault.ApprovalRefused(403), new Fault.ApprovalsExpired(), new Fault.Drop()),
            spoilt("approval-500", Spoiling.SERVER_ERROR),
            spoilt("approval-garbage", Spoiling.GARBAGE),
            spoilt("approval-no-key", Spoiling.NO_KEY),
            spoilt("approval-huge", Spoiling.HUGE),
            spoilt("approval-slow", Spoiling.SLOW),
            spoilt("approval-dripping", Spoiling.DRIPPING),
            of("approval-expired", new Fault.ApprovalsExpired(), new Fault.Drop()),
            of("opsp8996", new Fault.AppKeyInUse(), new Fault.Drop()),
            answered("OPSP0007"),
            answered("OPSP0008"),
            answered("OPSP0011"),
            answered("OPSP8991"),
            of("connection-list", new Fault.ConnectionList(), new Fault.Drop()),
            of("closed-market", new Fault.ClosedMarket()),
            of("no-depth", new Fault.DepthRefused(), new Fault.Drop()),
            unconnectable("black-hole", Door.BLACK_HOLE),
            unconnectable("mute-accept", Door.MUTE),
            unconnectable("handshake-reset", Door.RESET),
            unconnectable("handshake-drip", Door.DRIPPING),
            closing(1000),
            closing(1001),
            closing(1002),
            closing(1003),
            closing(1006),
            closing(1007),
            closing(1008),
            closing(1009),
            closing(1011),
            closing(1012),
            closing(1013),
            closing(4000),
            closing(0));

    public NamedFault {
        faults = List.copyOf(faults);
    }

    private static NamedFault of(String name, Fault... faults) {
        return new NamedFault(name, List.of(faults));
    }

    private static String stray(String trId, String trKey, String code, String message) {
        return ("{\"header\":{\"tr_id\":\"%s\",\"tr_key\":\"%s\",\"encrypt\":\"N\"},"
                        + "\"body\":{\"rt_cd\":\"1\",\"msg_cd\":\"%s\",\"msg1\":\"%s\"}}")
                .formatted(trId, trKey, code, message);
    }

    private static Fault[] injections(List<String> texts) {
        return texts.stream().map(Fault.Injection::new).toArray(Fault[]::new);
    }

    private static NamedFault spoilt(String name, Spoiling how) {
        return of(name, new Fault.ApprovalSpoilt(how), new Fault.ApprovalsExpired(), new Fault.Drop());
    }

    private static NamedFault answered(String code) {
        return of(code.toLowerCase(Locale.ROOT), new Fault.Answered(code), new Fault.Drop());
    }

    private static NamedFault unconnectable(String name, Door how) {
        return of(name, new Fault.Unconnectable(how), new Fault.Drop());
    }

    private static NamedFault closing(int code) {
        return of("close-" + code, new Fault.Close(code));
    }

    /// Every fault that has a name.
    public static List<NamedFault> all() {
        return ALL;
    }

    /// The fault of that name; empty if there is none.
    public static Optional<NamedFault> named(String name) {
        return ALL.stream().filter(fault -> fault.name.equals(name)).findFirst();
    }

    /// Whether any of it lasts until it is healed.
    public boolean stands() {
        return faults.stream().anyMatch(Fault.Standing.class::isInstance);
    }

    /// Whether it happens at the door before the WebSocket, for which the exchange needs [ExchangeOptions#gated].
    public boolean needsGate() {
        return faults.stream()
                .anyMatch(fault -> fault instanceof Fault.Unconnectable || fault instanceof Fault.Severed);
    }

    @Override
    public String toString() {
        return name;
    }
}
