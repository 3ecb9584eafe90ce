// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The faults that stand at the moment, as one script. Any thread.
final class StandingFaults implements FaultScript {

    private final AtomicReference<List<Fault>> faults = new AtomicReference<>(List.of());

    void add(Fault fault) {
        faults.updateAndGet(
                standing -> Stream.concat(standing.stream(), Stream.of(fault)).toList());
    }

    void clear() {
        faults.set(List.of());
    }

    private List<Fault> standing() {
        return Objects.requireNonNull(faults.get()); // never set to null
    }

    private <F extends Fault> Stream<F> all(Class<F> kind) {
        return standing().stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean any(Class<? extends Fault> kind) {
        return all(kind).findAny().isPresent();
    }

    @Override
    public List<String> records(Registration registration, List<String> records) {
        if (standing().isEmpty()) {
            return records;
        }
        if (registration.hollow() && any(Fault.Hollow.class)) {
            return List.of();
        }
        List<Fault.Loss> losses = all(Fault.Loss.class).toList();
        return losses.isEmpty()
                ? records
                : records.stream()
                        .filter(_ -> {
                            long number = registration.count();
                            return losses.stream().noneMatch(loss -> number % loss.every() == 0);
                        })
                        .toList();
    }

    @Override
    public boolean mute() {
        return any(Fault.Freeze.class);
    }

    @Override
    public ServerCode answer(ServerCode planned) {
        return any(Fault.AppKeyInUse.class) ? ServerCode.OPSP8996 : planned;
    }

    @Override
    public boolean hollow() {
        return any(Fault.Hollow.class);
    }

    @Override
    public boolean answersPings() {
        return !any(Fault.Freeze.class);
    }

    @Override
    public ApprovalDesk.Reply approval(ApprovalDesk.Reply planned) {
        return all(Fault.ApprovalRefused.class)
                .findFirst()
                .map(refused -> ApprovalDesk.Reply.error(refused.status(), "EGW00103", "유효하지 않은 AppKey입니다."))
                .orElse(planned);
    }
}
