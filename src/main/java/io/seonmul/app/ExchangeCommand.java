// SPDX-License-Identifier: Apache-2.0
package io.seonmul.app;

import io.seonmul.exchange.EmbeddedExchange;
import io.seonmul.exchange.ExchangeOptions;
import io.seonmul.exchange.NamedFault;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `seonmul exchange`: the embedded exchange alone, until it is told to end.
@CommandLine.Command(
        name = "exchange",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Run the embedded exchange, on 127.0.0.1 only.",
            "It issues approval keys and sends a synthetic market until Ctrl+C. Its first line on stdout says where:"
                    + " rest=http://127.0.0.1:P ws=ws://127.0.0.1:Q"
        })
final class ExchangeCommand implements Command {

    @Option(names = "--rest-port", paramLabel = "N", description = "Port of the REST side (default: a free one).")
    private int restPort;

    @Option(names = "--ws-port", paramLabel = "N", description = "Port of the WebSocket (default: a free one).")
    private int wsPort;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the market: the same seed, the same day.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "RECORDS_PER_SECOND",
            description = "Records a second over all codes (default: the pace of an ordinary day).")
    private Optional<Double> rate = Optional.empty();

    @Option(names = "--clock", paramLabel = "N", description = "Exchange seconds that pass in a second (default: 1).")
    private Optional<Double> clock = Optional.empty();

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "A contract to trade; repeat for more (default: the months listed now).")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--fault",
            paramLabel = "NAME",
            converter = FaultList.class,
            completionCandidates = FaultNames.class,
            description =
                    "Let something go wrong, every --fault-every: a thing that happens once happens each time, one"
                            + " that lasts comes and goes; of several names, separated by commas, each has its turn."
                            + " One of: ${COMPLETION-CANDIDATES}.")
    private List<NamedFault> faults = new ArrayList<>(); // picocli adds the elements of a converted list

    @Option(
            names = "--fault-every",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "How often the fault comes (default: 20s).")
    private Duration faultEvery = Duration.ofSeconds(20);

    @Override
    public ExitCode run(Surroundings surroundings) throws CommandException, IOException, InterruptedException {
        try (EmbeddedExchange exchange = EmbeddedExchange.start(options(surroundings.options()))) {
            surroundings.out().println(exchange.banner());
            surroundings.out().flush();
            if (!faults.isEmpty()) {
                exchange.repeat(faults, faultEvery);
            }
            surroundings.stop().await();
        }
        return ExitCode.DONE;
    }

    private ExchangeOptions options(ConnectionOptions connection) throws CommandException {
        List<String> senseless = connection.given().stream()
                .filter(option -> !option.equals("--demo"))
                .toList();
        if (!senseless.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, senseless.getFirst() + " says where to connect; exchange connects nowhere");
        }
        ExchangeOptions.Builder builder = ExchangeOptions.today(InstantSource.system())
                .ports(restPort, wsPort)
                .demo(connection.demo())
                .gated(faults.stream().anyMatch(NamedFault::needsGate));
        seed.ifPresent(builder::seed);
        rate.ifPresent(builder::rate);
        clock.ifPresent(builder::clock);
        if (!codes.isEmpty()) {
            builder.codes(WatchedCodes.parse(codes));
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw CommandException.of(ExitCode.USAGE, e);
        }
    }

    /// Every name that `--fault` takes.
    static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NamedFault.all().stream().map(NamedFault::name).iterator();
        }
    }

    /// Reads names of faults, separated by commas.
    static final class FaultList implements ITypeConverter<List<NamedFault>> {
        @Override
        public List<NamedFault> convert(String text) {
            return Stream.of(text.split(",", -1)).map(FaultList::named).toList();
        }

        private static NamedFault named(String text) {
            return NamedFault.named(text.strip())
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no fault '" + text + "'; there are " + String.join(", ", new FaultNames())));
        }
    }
}
