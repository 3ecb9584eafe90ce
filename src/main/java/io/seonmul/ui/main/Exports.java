// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

import io.seonmul.export.LimitLogCsv;
import io.seonmul.export.LimitLogRow;
import io.seonmul.export.TradesCsv;
import io.seonmul.market.TradingCalendar;
import io.seonmul.ui.fx.Words;
import io.seonmul.ui.timesales.TradesViewModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.concurrent.Task;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// What the window writes to files: asks where, writes on a thread that may wait for the disk, and tells how that went.
/// FX thread only.
final class Exports {

    private final SnapshotExport snapshot;
    private final Function<Words, Optional<Path>> askForFile;
    private final Supplier<Words> words;
    private final Consumer<Notice> tell;

    /// @param snapshot writes the newest record of every watched code
    /// @param askForFile asks the user where to write
    Exports(
            SnapshotExport snapshot,
            Function<Words, Optional<Path>> askForFile,
            Supplier<Words> words,
            Consumer<Notice> tell) {
        this.snapshot = snapshot;
        this.askForFile = askForFile;
        this.words = words;
        this.tell = tell;
    }

    /// The newest record of every watched code.
    void snapshot() {
        write(snapshot, file -> words.get().get("notice.exported", file));
    }

    /// The trades that a pane shows.
    void trades(TradesViewModel trades) {
        trades.shown()
                .ifPresent(shown -> write(
                        file -> TradesCsv.write(file, shown.code(), shown.trades()),
                        file -> words.get()
                                .get(
                                        "notice.trades.exported",
                                        words.get()
                                                .count("trades", shown.trades().size()),
                                        file)));
    }

    /// The log of limit events.
    void log(List<LimitLogRow> rows) {
        write(file -> LimitLogCsv.write(file, rows), file -> words.get().get("notice.exported", file));
    }

    private void write(SnapshotExport content, UnaryOperator<String> done) {
        Words now = words.get();
        askForFile.apply(now).ifPresent(file -> {
            Task<Path> task = new Task<>() {
                @Override
                protected Path call() throws Exception {
                    content.export(file);
                    return file;
                }
            };
            task.setOnSucceeded(event -> tell.accept(Notice.of(
                    Notice.Kind.DONE, "export", done.apply(file.toAbsolutePath().toString()))));
            task.setOnFailed(event -> tell.accept(Notice.of(
                    Notice.Kind.FAILURE,
                    "export",
                    now.get("notice.export.failed", WriteFailure.text(now, task.getException())))));
            Thread.ofPlatform().name("export").daemon().start(task);
        });
    }

    /// Lets the user choose where a snapshot goes.
    static Optional<Path> chooseFile(Stage owner, Words words, InstantSource clock) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("command.EXPORT"));
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), TradingCalendar.SEOUL);
        chooser.setInitialFileName(
                "seonmul-" + now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)) + ".csv");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .flatMap(chosen -> named(chosen, file -> mayReplace(owner, words, file)));
    }

    /// The file that was meant: a new name without an extension gets `.csv`, which not every system's dialog adds.
    ///
    /// @param mayReplace asks whether a file may be replaced that the dialog has not asked about
    static Optional<Path> named(Path chosen, Predicate<Path> mayReplace) {
        String name = String.valueOf(chosen.getFileName());
        if (name.indexOf('.', 1) > 0 || Files.exists(chosen)) {
            return Optional.of(chosen);
        }
        Path file = chosen.resolveSibling(name + ".csv");
        return Files.exists(file) && !mayReplace.test(file) ? Optional.empty() : Optional.of(file);
    }

    private static boolean mayReplace(Stage owner, Words words, Path file) {
        ButtonType replace = new ButtonType(words.get("export.replace"), ButtonBar.ButtonData.OK_DONE);
        ButtonType keep = new ButtonType(words.get("export.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                words.get("export.replace.question", String.valueOf(file.getFileName())),
                replace,
                keep);
        question.initOwner(owner);
        question.setTitle(words.get("command.EXPORT"));
        question.setHeaderText(null);
        question.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        return question.showAndWait().filter(replace::equals).isPresent();
    }
}
