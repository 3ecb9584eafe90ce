// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.limits;

import io.seonmul.market.DynamicLimits;
import io.seonmul.market.InstrumentCode;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.LimitEvent;
import io.seonmul.market.LimitStatus;
import io.seonmul.market.Price;
import io.seonmul.market.SidecarStatus;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.PaneFeed;
import io.seonmul.ui.fx.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What the limits panel says of the selected contract, and how it words the events of all. FX thread only; knows no
/// view.
///
/// The distance to the dynamic band is constant by construction, so it is nowhere given as a warning.
public final class LimitsViewModel implements PaneFeed {

    private static final List<StageRow> NO_STAGES =
            List.of(StageRow.notKnown(8), StageRow.notKnown(15), StageRow.notKnown(20));

    private final LimitDesk desk;
    private final LimitLog log;
    private final Words words;
    private final AlertTexts alerts;
    private final ObjectProperty<LimitsSettings> settings;
    private final ReadOnlyObjectWrapper<Optional<InstrumentSnapshot>> snapshot =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<StageRow>> stages = new ReadOnlyObjectWrapper<>(NO_STAGES);
    private final ReadOnlyStringWrapper approach = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper inForce = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Sidecar> sidecar = new ReadOnlyObjectWrapper<>(Sidecar.NONE);
    private final ReadOnlyStringWrapper upper = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lower = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper halfWidth = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Note> quote = new ReadOnlyObjectWrapper<>(Note.EMPTY);
    private final ReadOnlyObjectWrapper<Note> following = new ReadOnlyObjectWrapper<>(Note.EMPTY);
    private final ReadOnlyObjectWrapper<Consumption> consumption = new ReadOnlyObjectWrapper<>(Consumption.NOT_KNOWN);

    /// A statement and whether it wants to be looked at.
    record Note(String text, boolean warning) {
        static final Note EMPTY = new Note(Formats.NOT_KNOWN, false);
    }

    /// The sidecar meter.
    ///
    /// @param text all it says
    /// @param held share of the seconds that have passed; negative where none are counted
    /// @param warning whether it wants to be looked at
    record Sidecar(String text, double held, boolean warning) {
        static final Sidecar NONE = new Sidecar(Formats.NOT_KNOWN, -1, false);
    }

    /// Shares of the band's half width; NaN where unknown.
    record Consumption(double print, double second, double most) {
        static final Consumption NOT_KNOWN = new Consumption(Double.NaN, Double.NaN, Double.NaN);
    }

    /// @param desk what all limit panes share, kept by the window
    /// @param settings what the user chose before
    /// @param words the texts of the language
    public LimitsViewModel(LimitDesk desk, LimitsSettings settings, Words words) {
        this.desk = desk;
        this.log = desk.log();
        this.settings = new SimpleObjectProperty<>(settings);
        this.words = words;
        this.alerts = new AlertTexts(words);
        clear();
    }

    /// Shows the limits of the selected contract as they are now; its events come by [LimitLog#take]. Once a frame at
    /// most.
    @Override
    public void show(InstrumentSnapshot now) {
        LimitStatus status = now.limits();
        Price last = now.tick().last();
        Price tick = now.contract().tickSize();
        if (status.stages().isEmpty()) {
            stages.set(NO_STAGES);
            approach.set(words.get("limits.approach.none"));
            inForce.set(words.get("limits.inForce.none"));
        } else {
            stages.set(status.stages().stream()
                    .map(stage -> StageRow.of(stage, status, last, tick))
                    .toList());
            approach.set(approach(status));
            inForce.set(words.get(status.onlyFirstStage() ? "limits.inForce.first" : "limits.inForce.short"));
        }
        Optional<DynamicLimits> band = status.dynamic();
        upper.set(Formats.price(band.map(DynamicLimits::upper)));
        lower.set(Formats.price(band.map(DynamicLimits::lower)));
        halfWidth.set(Formats.price(band.map(DynamicLimits::halfWidth)));
        code.set(band.map(DynamicLimits::code).map(LimitsViewModel::raw).orElse(Formats.NOT_KNOWN));
        quote.set(new Note(
                words.get("limits.quote." + status.quote()),
                switch (status.quote()) {
                    case TOUCHING, OUTSIDE -> true;
                    case INSIDE, UNKNOWN -> false;
                }));
        following.set(
                band.isEmpty()
                        ? new Note(words.get("limits.following.UNKNOWN"), false)
                        : new Note(words.get("limits.following." + status.following()), !status.following()));
        consumption.set(new Consumption(
                status.printConsumed(),
                status.secondConsumed(),
                Double.isNaN(status.secondConsumed()) && status.mostConsumed() == 0
                        ? Double.NaN
                        : status.mostConsumed()));
        pace.set(
                Double.isNaN(status.pace())
                        ? words.get("limits.pace.unknown")
                        : words.get("limits.pace", (status.pace() > 0 ? "+" : "") + Formats.decimal(status.pace(), 2)));
        log.sidecars().take(now);
        showSidecar(now.code());
        // Last: it is what the drawn parts follow.
        snapshot.set(Optional.of(now));
    }

    private String approach(LimitStatus status) {
        long hundredths = status.nearestApproach().hundredths();
        double percent = status.base()
                .map(base -> 100.0 * Math.abs(hundredths) / base.hundredths())
                .orElse(Double.NaN);
        return words.get(
                hundredths >= 0 ? "limits.approach" : "limits.approach.beyond",
                Formats.price(Price.ofHundredths(Math.abs(hundredths))),
                Formats.decimal(percent, 2),
                status.approach().map(approach -> approach.upper() ? "+" : "−").orElse(""),
                status.approach()
                        .map(approach -> words.get(
                                approach.seen() ? "limits.approach.at" : "limits.approach.before",
                                Formats.time(approach.time())))
                        .orElse(Formats.NOT_KNOWN));
    }

    private void showSidecar(InstrumentCode shown) {
        Optional<SidecarBoard.Entry> entry = log.sidecars().of(shown);
        if (entry.isEmpty()) {
            sidecar.set(new Sidecar(words.get("limits.sidecar.none"), -1, false));
            return;
        }
        SidecarBoard.Entry leading = entry.get();
        SidecarStatus status = leading.status();
        String side = (status.rising() ? "+" : "−") + status.percent() + "%";
        Price way = status.rising()
                ? status.upper().minus(leading.last())
                : leading.last().minus(status.lower());
        String text = switch (status.phase()) {
            case CLOSED, CALM ->
                words.get("limits.sidecar." + status.phase(), leading.code(), side, Formats.price(way));
            case COUNTING ->
                words.get(
                        "limits.sidecar.COUNTING",
                        leading.code(),
                        side,
                        Formats.count(status.heldSeconds()),
                        Formats.count(SidecarStatus.SECONDS));
            case HELD ->
                words.get(
                        "limits.sidecar.HELD",
                        leading.code(),
                        side,
                        status.heldAt().map(Formats::time).orElse(Formats.NOT_KNOWN));
        };
        sidecar.set(
                switch (status.phase()) {
                    case CLOSED, CALM -> new Sidecar(text, -1, false);
                    case COUNTING -> new Sidecar(text, (double) status.heldSeconds() / SidecarStatus.SECONDS, true);
                    case HELD -> new Sidecar(text, 1, true);
                });
    }

    /// The wire's text, visible also where it is empty.
    private static String raw(String code) {
        return "“" + code + "”";
    }

    /// Shows nothing of a contract of which nothing has come.
    @Override
    public void await(InstrumentCode awaited) {
        clear();
    }

    /// Shows that nothing is selected; the events stay.
    @Override
    public void clear() {
        stages.set(NO_STAGES);
        approach.set(words.get("limits.approach.none"));
        inForce.set(words.get("limits.inForce.short"));
        pace.set("");
        sidecar.set(Sidecar.NONE);
        upper.set(Formats.NOT_KNOWN);
        lower.set(Formats.NOT_KNOWN);
        halfWidth.set(Formats.NOT_KNOWN);
        code.set(Formats.NOT_KNOWN);
        quote.set(new Note(words.get("limits.quote.UNKNOWN"), false));
        following.set(new Note(words.get("limits.following.UNKNOWN"), false));
        consumption.set(Consumption.NOT_KNOWN);
        snapshot.set(Optional.empty());
    }

    /// What happened, in words.
    String kind(LimitEvent event) {
        return switch (event.kind()) {
            case STAGE_NEAR, STAGE_REACHED, SIDECAR_COUNTING, SIDECAR_HELD ->
                words.get("limits.kind." + event.kind(), event.detail());
            case ALERT -> event.rule().map(alerts::describe).orElse(words.get("limits.kind.ALERT"));
            case BAND_CONSUMED, QUOTE_AT_BAND, BAND_NOT_FOLLOWING, WIDTH_CHANGED, CODE_CHANGED ->
                words.get("limits.kind." + event.kind());
        };
    }

    /// The figure that belongs to it; empty where there is none.
    String figure(LimitEvent event) {
        return switch (event.kind()) {
            case STAGE_NEAR -> words.get("limits.figure.away", Formats.decimal(event.figure(), 2));
            case STAGE_REACHED ->
                event.figure() < 0 ? words.get("limits.figure.beyond", Formats.decimal(-event.figure(), 2)) : "";
            case BAND_CONSUMED -> words.get("limits.figure.consumed", Formats.decimal(event.figure(), 0));
            case WIDTH_CHANGED -> words.get("limits.figure.width", Formats.decimal(event.figure(), 2));
            case CODE_CHANGED -> event.detail();
            case SIDECAR_COUNTING, QUOTE_AT_BAND, BAND_NOT_FOLLOWING -> "";
            case SIDECAR_HELD -> words.get("limits.figure.held", Formats.decimal(event.figure(), 0));
            case ALERT ->
                event.rule()
                        .map(rule -> outage(event).isEmpty()
                                ? words.get("limits.figure.now", alerts.value(rule.figure(), event.figure()))
                                : words.get("limits.figure.touched"))
                        .orElse("");
        };
    }

    /// In which outage it was touched unseen; empty where it was seen.
    String outage(LimitEvent event) {
        return alerts.outage(event);
    }

    /// How often it was news again meanwhile; empty where it was not.
    String withheld(LimitEvent event) {
        return event.withheld() == 0 ? "" : words.get("limits.withheld", words.count("times.more", event.withheld()));
    }

    /// The price and, where the event has one, the limit concerned.
    String price(LimitEvent event) {
        return event.reference()
                .map(limit -> words.get("limits.price.of", Formats.price(event.price()), Formats.price(limit)))
                .orElse(Formats.price(event.price()));
    }

    String severity(LimitEvent.Severity severity) {
        return words.get("limits.severity." + severity);
    }

    /// An entry read aloud.
    String spoken(LimitEntry entry) {
        LimitEvent event = entry.event();
        return String.join(
                        " ",
                        severity(event.severity()),
                        Formats.time(event.time()),
                        event.code().text(),
                        kind(event),
                        price(event),
                        figure(event),
                        outage(event),
                        words.get(entry.acknowledgedProperty().get() ? "limits.acknowledged" : "limits.unacknowledged"),
                        entry.note())
                .strip();
    }

    LimitLog log() {
        return log;
    }

    LimitDesk desk() {
        return desk;
    }

    /// Asks the window to write the log, oldest event first.
    void export() {
        desk.actions()
                .export()
                .accept(log.entries().reversed().stream().map(LimitEntry::row).toList());
    }

    /// What the user chose; the shell keeps it.
    public ObjectProperty<LimitsSettings> settingsProperty() {
        return settings;
    }

    ReadOnlyObjectProperty<Optional<InstrumentSnapshot>> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// Always three rows, nearest stage first.
    ReadOnlyObjectProperty<List<StageRow>> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    ReadOnlyStringProperty approachProperty() {
        return approach.getReadOnlyProperty();
    }

    /// Which stages can be in force.
    ReadOnlyStringProperty inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    /// How fast the price moves; empty where nothing is shown.
    ReadOnlyStringProperty paceProperty() {
        return pace.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Sidecar> sidecarProperty() {
        return sidecar.getReadOnlyProperty();
    }

    ReadOnlyStringProperty upperProperty() {
        return upper.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lowerProperty() {
        return lower.getReadOnlyProperty();
    }

    ReadOnlyStringProperty halfWidthProperty() {
        return halfWidth.getReadOnlyProperty();
    }

    ReadOnlyStringProperty codeProperty() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Note> quoteProperty() {
        return quote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Note> followingProperty() {
        return following.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Consumption> consumptionProperty() {
        return consumption.getReadOnlyProperty();
    }
}
