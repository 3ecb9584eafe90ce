// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.ProductTable;
import io.seonmul.protocol.Channel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Makes and ends the registrations of sessions: what one brings its client, from its first record on. Confined to the
/// exchange's thread.
final class Registrar {

    private static final long TELLING = Duration.ofMillis(2_500).toNanos();

    /// Records of a day so far that are told at most, the newest ones: a morning has a tenth of them.
    private static final int MOST_TOLD = 40_000;

    private final SyntheticMarket market;
    private final ProductTable products;
    private final FaultScript faults;
    private final boolean demo;
    private final Map<String, Set<String>> heardByAppKey = new HashMap<>();

    /// @param demo whether a registration brings the code's day so far
    Registrar(SyntheticMarket market, ProductTable products, FaultScript faults, boolean demo) {
        this.market = market;
        this.products = products;
        this.faults = faults;
        this.demo = demo;
    }

    /// Registers what was asked for, which the exchange has agreed to.
    ///
    /// @param now the JVM's nanoseconds
    void register(ClientSession session, ClientRequest.Subscription wanted, long now) {
        Channel.ofTrId(wanted.trId())
                .ifPresentOrElse(
                        channel -> register(session, channel, wanted.trKey(), now),
                        () -> session.silent().add(new ClientSession.Silent(wanted.trId(), wanted.trKey())));
    }

    private void register(ClientSession session, Channel channel, String trKey, long now) {
        switch (channel) {
            case H0IFCNT0 -> registerTrades(session, trKey, now);
            case H0IFASP0 -> registerDepth(session, trKey, now);
        }
    }

    /// Ends a registration that the session has.
    void unregister(ClientSession session, ClientRequest.Subscription unwanted) {
        Channel.ofTrId(unwanted.trId())
                .ifPresentOrElse(
                        channel -> unregister(session, channel, unwanted.trKey()),
                        () -> session.silent().remove(new ClientSession.Silent(unwanted.trId(), unwanted.trKey())));
    }

    private void unregister(ClientSession session, Channel channel, String trKey) {
        switch (channel) {
            case H0IFCNT0 -> {
                session.registrations().remove(trKey);
                heard(session).remove(trKey);
            }
            case H0IFASP0 -> session.depths().remove(trKey);
        }
    }

    private void registerDepth(ClientSession session, String trKey, long now) {
        Optional<InstrumentCode> code = traded(trKey);
        code.ifPresent(each -> market.add(products.contract(each)));
        session.depths().put(trKey, new DepthRegistration(code, faults.hollow(), now));
    }

    private void registerTrades(ClientSession session, String trKey, long now) {
        List<String> told = List.of();
        Optional<InstrumentCode> code = traded(trKey);
        if (code.isPresent()) {
            market.add(products.contract(code.get()));
            if (demo && heard(session).add(trKey)) {
                List<SyntheticMarket.Trade> day = market.retell(code.get());
                told = day.stream()
                        .skip(Math.max(0, day.size() - MOST_TOLD))
                        .map(SyntheticMarket.Trade::text)
                        .toList();
            }
        }
        session.registrations()
                .put(trKey, new Registration(trKey, faults.hollow(), faults.ahead(), told, now + TELLING));
    }

    /// The contract whose trades the market makes under that key, which was admitted; empty for all that never tick.
    private static Optional<InstrumentCode> traded(String trKey) {
        return InstrumentCode.ofWire(trKey).filter(InstrumentCode::isOutright);
    }

    /// Codes whose day so far this app key was told and has not unregistered since: a client that only lost its
    /// connection must not be told it again, for that would be another day to its totals.
    private Set<String> heard(ClientSession session) {
        return heardByAppKey.computeIfAbsent(Objects.requireNonNullElse(session.appKey(), ""), _ -> new HashSet<>());
    }
}
