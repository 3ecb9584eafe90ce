// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.MarketBoard;
import io.seonmul.market.ProductTable;
import io.seonmul.ui.DemoMarket;
import io.seonmul.ui.Pictures;
import io.seonmul.ui.settings.KeySafe;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import javafx.stage.Stage;

/// The real window on the Headless platform, with a staged session. Made and used on the FX thread.
final class WindowUnderTest implements AutoCloseable {

    final MarketBoard board = new MarketBoard(() -> {});
    final StagedSession session;
    final List<Path> exported = new ArrayList<>();
    final Stage stage = new Stage();
    final MainWindow window;
    final Queue<FileNote> notes = new ArrayDeque<>();
    SnapshotExport export = exported::add;
    Optional<Path> chosenFile = Optional.empty();
    /// Shown in the place of what the market has of that code.
    Optional<InstrumentSnapshot> instead = Optional.empty();

    WindowUnderTest(UiSettings settings, boolean demo, int width, int height) {
        session = new StagedSession(settings.codes());
        MainPorts ports = new MainPorts(
                board,
                session,
                ProductTable.builtIn(),
                file -> export.export(file),
                new NoKeys(),
                InstantSource.fixed(DemoMarket.CLOCK),
                demo,
                () -> {},
                LimitPorts.NONE,
                () -> Optional.ofNullable(notes.poll()));
        window = new MainWindow(
                stage,
                ports,
                settings.withWindow(new WindowBounds(0, 0, width, height, false)),
                (owner, words) -> chosenFile);
    }

    /// Shows what the market has, as a frame and a second would.
    void show(DemoMarket market) {
        market.snapshots().forEach(board::publish);
        instead.ifPresent(board::publish);
        window.onFrame();
        window.second();
    }

    Path snap(String name) {
        return Pictures.snap(stage.getScene(), name);
    }

    static List<InstrumentCode> codes(String... texts) {
        return List.of(texts).stream().map(InstrumentCode::new).toList();
    }

    @Override
    public void close() {
        window.close();
    }

    /// A place for keys that holds none.
    static final class NoKeys implements KeySafe {
        @Override
        public void whereabouts(Consumer<Whereabouts> then) {
            then.accept(new Whereabouts.Nowhere());
        }

        @Override
        public void keep(String appKey, String secret, Consumer<Outcome> then) {
            then.accept(new Outcome.UsedFromNextStart());
        }

        @Override
        public void forget(Consumer<Outcome> then) {
            then.accept(new Outcome.UsedFromNextStart());
        }
    }
}
