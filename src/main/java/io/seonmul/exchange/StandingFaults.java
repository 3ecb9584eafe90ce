// SPDX-License-Identifier: Apache-2.0
package io.seonmul.exchange;

import io.seonmul.protocol.Channel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The faults that stand at the moment, as one script. Any thread.
final class StandingFaults implements FaultScript {

    private final AtomicReference<List<Fault.Standing>> faults = new AtomicReference<>(List.of());
    private final WrongRecords wrong;

    StandingFaults(WrongRecords wrong) {
        this.wrong = wrong;
    }

    void add(Fault.Standing fault) {
        faults.updateAndGet(
                standing -> Stream.concat(standing.stream(), Stream.of(fault)).toList());
    }

    void clear() {
        faults.set(List.of());
    }

    private List<Fault.Standing> standing() {
        return Objects.requireNonNull(faults.get()); // never set to null
    }

    private <F extends Fault.Standing> Stream<F> all(Class<F> kind) {
        return standing().stream().filter(kind::isInstance).map(kind::cast);
    }

    private boolean any(Class<? extends Fault.Standing> kind) {
        return all(kind).findAny().isPresent();
    }

    @Override
    public List<String> records(Registration registration, List<String> records) {
        long number = registration.count(records.size()) - 1;
        if (standing().isEmpty()) {
            return records;
        }
        if (registration.hollow() && any(Fault.Hollow.class)) {
            return List.of();
        }
        List<String> passed = new ArrayList<>(records.size());
        for (String record : records) {
            pass(record, ++number, registration, passed);
        }
        return passed;
    }

    private void pass(String record, long number, Registration registration, List<String> passed) {
        if (all(Fault.Loss.class).anyMatch(loss -> number % loss.every() == 0)) {
            return;
        }
        if (number == 1 && registration.ahead().isPresent()) {
            passed.add(wrong.ahead(record, registration.ahead().getAsInt()));
            return;
        }
        all(Fault.Doubtful.class)
                .findFirst()
                .ifPresentOrElse(
                        doubtful -> wrong.pass(record, number, registration, doubtful, passed),
                        () -> passed.add(record));
        if (all(Fault.Duplicates.class).anyMatch(twice -> number % twice.every() == 0)) {
            passed.add(record);
        }
        int last = passed.size() - 1;
        if (last > 0 && all(Fault.Disorder.class).anyMatch(disorder -> number % disorder.every() == 0)) {
            Collections.swap(passed, last, last - 1);
        }
    }

    @Override
    public String frame(String frame, long number) {
        String passed = frame;
        for (Fault.Mangled mangled : all(Fault.Mangled.class).toList()) {
            if (number % mangled.every() == 0) {
                passed = MangledFrames.mangle(passed, mangled.how());
            }
        }
        return passed;
    }

    @Override
    public OptionalInt joining() {
        return all(Fault.Joined.class).mapToInt(Fault.Joined::every).min();
    }

    @Override
    public OptionalInt ahead() {
        return all(Fault.Failover.class).mapToInt(Fault.Failover::contracts).findFirst();
    }

    @Override
    public boolean closedMarket() {
        return any(Fault.ClosedMarket.class);
    }

    @Override
    public boolean connectionList() {
        return any(Fault.ConnectionList.class);
    }

    @Override
    public boolean mute() {
        return any(Fault.Freeze.class);
    }

    @Override
    public boolean endless() {
        return any(Fault.EndlessMessage.class);
    }

    @Override
    public OptionalInt drip() {
        return all(Fault.Drip.class).mapToInt(Fault.Drip::bytesPerSecond).min();
    }

    @Override
    public OptionalInt fragment() {
        return all(Fault.Fragments.class).mapToInt(Fault.Fragments::bytes).min();
    }

    @Override
    public ServerCode answer(ServerCode planned, String trId) {
        if (any(Fault.AppKeyInUse.class)) {
            return ServerCode.OPSP8996;
        }
        if (planned == ServerCode.OPSP0000 && any(Fault.DepthRefused.class) && trId.equals(Channel.H0IFASP0.trId())) {
            return ServerCode.OPSP8991;
        }
        return planned != ServerCode.OPSP0000
                ? planned
                : all(Fault.Answered.class)
                        .findFirst()
                        .map(answered -> ServerCode.valueOf(answered.code()))
                        .orElse(planned);
    }

    @Override
    public boolean hollow() {
        return any(Fault.Hollow.class);
    }

    @Override
    public ApprovalDesk.Reply approval(ApprovalDesk.Reply planned) {
        Optional<ApprovalDesk.Reply> spoilt =
                all(Fault.ApprovalSpoilt.class).findFirst().map(fault -> planned.spoilt(fault.how()));
        return spoilt.or(() -> all(Fault.ApprovalRefused.class)
                        .findFirst()
                        .map(refused -> ApprovalDesk.Reply.error(refused.status(), "EGW00103", "유효하지 않은 AppKey입니다.")))
                .orElse(planned);
    }

    @Override
    public boolean severed() {
        return any(Fault.Severed.class);
    }

    @Override
    public Optional<Fault.Door> door() {
        return all(Fault.Unconnectable.class).findFirst().map(Fault.Unconnectable::how);
    }
}
