// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.protocol.Channel;
import java.util.HashMap;
import java.util.Map;

/// Judges requests to register and unregister: app keys, TRs, codes and the quota over all TRs. Confined to the
/// exchange's thread.
final class Admission {

    /// Registrations of one session over all TRs. Source: kis/protocol.md section 7.
    private static final int QUOTA = 41;

    private final ApprovalDesk approvals;
    private final TrTable trs;
    private final Map<String, ClientSession> sessionByAppKey = new HashMap<>();

    Admission(ApprovalDesk approvals, TrTable trs) {
        this.approvals = approvals;
        this.trs = trs;
    }

    /// What the request deserves; its session claims its app key with the first valid one.
    ServerCode verdict(ClientSession session, ClientRequest.Subscription wanted) {
        String appKey = approvals.appKey(wanted.approvalKey()).orElse(null);
        if (appKey == null) {
            return ServerCode.OPSP0011;
        }
        if (sessionByAppKey.getOrDefault(appKey, session) != session) {
            return ServerCode.OPSP8996;
        }
        if (session.appKey() == null) {
            session.claim(appKey);
            sessionByAppKey.put(appKey, session);
        }
        if (!trs.has(wanted.trId())) {
            return ServerCode.OPSP8991;
        }
        boolean held = session.holds(wanted.trId(), wanted.trKey());
        if (!wanted.register()) {
            return held ? ServerCode.OPSP0001 : ServerCode.OPSP0003;
        }
        if (Channel.ofTrId(wanted.trId()).isPresent()
                ? !possible(wanted.trKey())
                : wanted.trKey().isBlank()) {
            return ServerCode.OPSP8992;
        }
        if (held) {
            return ServerCode.OPSP0002;
        }
        return session.registered() >= QUOTA ? ServerCode.OPSP0008 : ServerCode.OPSP0000;
    }

    /// A key is taken as it stands: another name of a contract is no key, however well it is known elsewhere. Codes of
    /// today's and of the old scheme are possible; the latter are confirmed and never tick, as in life.
    private static boolean possible(String trKey) {
        return InstrumentCode.ofWire(trKey)
                .filter(code -> code.text().equals(trKey))
                .filter(code -> code.isOutright() || code.isSpread() || code.isOldStyle())
                .isPresent();
    }

    /// The session is over: its app key is free.
    void release(ClientSession session) {
        if (session.appKey() != null) {
            sessionByAppKey.remove(session.appKey(), session);
        }
    }
}
