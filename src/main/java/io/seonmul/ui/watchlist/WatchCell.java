// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.watchlist;

import io.seonmul.market.AuditReport;
import io.seonmul.market.InstrumentSnapshot;
import io.seonmul.market.Price;
import io.seonmul.market.Tick;
import io.seonmul.ui.fx.CompletenessTexts;
import io.seonmul.ui.fx.DoubtTexts;
import io.seonmul.ui.fx.Formats;
import io.seonmul.ui.fx.Shown;
import io.seonmul.ui.fx.Words;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// One code as a card. FX thread only.
final class WatchCell extends WatchRowCell {

    private static final PseudoClass RISE = PseudoClass.getPseudoClass("rise");
    private static final PseudoClass FALL = PseudoClass.getPseudoClass("fall");
    private static final PseudoClass RISEN = PseudoClass.getPseudoClass("risen");
    private static final PseudoClass FALLEN = PseudoClass.getPseudoClass("fallen");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    /// Narrower than this the sparkline gives way to the figures, and then volume and open interest.
    private static final double ROOM_FOR_SPARKLINE = 380;
    private static final double ROOM_FOR_ACTIVITY = 300;

    private final WatchlistViewModel model;
    private final Words words;

    private final Label code = label("watch-code");
    private final Label feed = label("watch-feed");
    private final Tooltip feedTip = new Tooltip();
    private final Label depth = label("watch-feed", "watch-depth");
    private final Tooltip depthTip = new Tooltip();
    private final Label lost = label("watch-lost", "number");
    private final Tooltip lostTip = new Tooltip();
    private final Label name = label("watch-name");
    private final Tooltip nameTip = new Tooltip();
    private final Sparkline sparkline = new Sparkline();
    private final Label volume = label("watch-figure", "number");
    private final Label interest = label("watch-figure", "number");
    private final Label last = label("watch-last", "number");
    private final Tooltip lastTip = new Tooltip();
    private final Label change = label("watch-change", "number");
    private final HBox box = new HBox();
    private final HBox head = new HBox(code, feed, depth, lost);
    private final VBox price = new VBox(last, change);
    private Measures fitted = new Measures(0, "", "", "");
    private final VBox activity = new VBox(volume, interest);

    WatchCell(WatchlistViewModel model, Words words) {
        super(model);
        this.model = model;
        this.words = words;
        feed.setTooltip(feedTip);
        depth.setTooltip(depthTip);
        lost.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE));
        lost.setTooltip(lostTip);
        name.setTooltip(nameTip);
        // The month stands at the end and must stay.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        for (Label whole : new Label[] {code, feed, depth, lost}) {
            whole.setMinWidth(Region.USE_PREF_SIZE);
        }
        lost.managedProperty().bind(lost.visibleProperty());
        volume.setTooltip(new Tooltip(words.get("watch.volume.tip")));
        interest.setTooltip(new Tooltip(words.get("watch.interest.tip")));
        change.setTooltip(new Tooltip(words.get("watch.change.tip")));

        head.getStyleClass().add("watch-head");
        VBox who = new VBox(head, name);
        who.getStyleClass().add("watch-who");
        HBox.setHgrow(who, Priority.ALWAYS);
        who.setMinWidth(0);
        activity.getStyleClass().add("watch-activity");
        activity.setMinWidth(Region.USE_PREF_SIZE);
        price.getStyleClass().add("watch-price");
        price.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().add("watch-row");
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(who, sparkline, activity, price);
        for (Region part : new Region[] {sparkline, activity}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /// What decides how much of a card there is room for.
    private record Measures(double width, String feed, String lost, String volume) {}

    @Override
    protected void layoutChildren() {
        Measures now =
                new Measures(getWidth(), feed.getText(), lost.isVisible() ? lost.getText() : "", volume.getText());
        if (!now.equals(fitted)) {
            fitted = now;
            fit(now.width());
        }
        super.layoutChildren();
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Where room is short the icons say enough; the words are in their tooltips. Then the sparkline goes, then volume
    /// and open interest.
    private void fit(double width) {
        boolean narrow = width < ROOM_FOR_ACTIVITY;
        box.pseudoClassStateChanged(NARROW, narrow);
        words(!narrow);
        sparkline.setVisible(width >= ROOM_FOR_SPARKLINE);
        activity.setVisible(!narrow);
        if (isCrowded()) {
            feed.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        if (isCrowded()) {
            sparkline.setVisible(false);
        }
        if (isCrowded()) {
            activity.setVisible(false);
        }
        if (isCrowded()) {
            words(false);
        }
    }

    private void words(boolean shown) {
        feed.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        lost.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }

    /// Whether the first line of the card runs into what stands beside it.
    private boolean isCrowded() {
        double beside = Stream.of(sparkline, activity, price)
                .filter(Node::isVisible)
                .mapToDouble(part -> part.prefWidth(-1) + box.getSpacing())
                .sum();
        return head.prefWidth(-1)
                        + beside
                        + snappedLeftInset()
                        + snappedRightInset()
                        + box.getInsets().getLeft()
                        + box.getInsets().getRight()
                > getWidth();
    }

    @Override
    Node whole() {
        return box;
    }

    @Override
    void paint(WatchRow shown) {
        Shown.mark(box, shown.snapshot());
        code.setText(shown.code().text());
        name.setText(model.name(shown.code()));
        nameTip.setText(name.getText());
        FeedMark mark = FeedMark.of(shown, words);
        feed.setText(mark.word());
        feedTip.setText(mark.explanation());
        mark(feed, mark.icon(), mark.look(), shown);
        DepthMark book = DepthMark.of(shown.wantsDepth(), shown.depth(), words);
        depthTip.setText(book.explanation());
        mark(depth, book.icon(), book.look(), shown);
        box.pseudoClassStateChanged(STALE, !shown.isCurrent());
        shown.snapshot().ifPresentOrElse(snapshot -> paint(shown, snapshot), this::paintUnknown);
        setAccessibleText(String.join(
                ", ",
                code.getText(),
                name.getText(),
                last.getText(),
                change.getText(),
                mark.explanation(),
                book.explanation()));
    }

    private void paint(WatchRow shown, InstrumentSnapshot snapshot) {
        Tick tick = snapshot.tick();
        boolean doubtful = !snapshot.doubts().isEmpty();
        box.pseudoClassStateChanged(DOUBTFUL, doubtful);
        last.setText(DoubtTexts.marked(Formats.price(tick.last()), snapshot.doubts()));
        last.setTooltip(doubtful ? lastTip : null);
        if (doubtful) {
            lastTip.setText(new DoubtTexts(words).explanation(snapshot.doubts()));
        }
        change.setText(Formats.change(tick.change()) + "  " + Formats.signedPercent(tick.changeRate()));
        direction(Formats.sign(tick.change()));
        light(last, shown);
        volume.setText(Formats.count(tick.volume()));
        interest.setText(
                tick.openInterest().map(oi -> Formats.count(oi.contracts())).orElse(Formats.NOT_KNOWN));
        sparkline.show(shown.closes(), tick.basePrice().map(Price::points).orElse(Double.NaN));
        AuditReport audit = snapshot.audit();
        lost.setVisible(audit.lostContracts() > 0);
        if (lost.isVisible()) {
            lost.setText(Formats.count(audit.lostContracts()));
            lostTip.setText(words.get(
                    "watch.lost.tip",
                    words.count("contracts", audit.lostContracts()),
                    words.count("gaps", audit.gaps().size()),
                    CompletenessTexts.of(audit)));
        }
    }

    /// Lights the price that has just changed.
    private static void light(Label price, WatchRow shown) {
        price.pseudoClassStateChanged(RISEN, shown.flash() > 0);
        price.pseudoClassStateChanged(FALLEN, shown.flash() < 0);
    }

    private void paintUnknown() {
        box.pseudoClassStateChanged(DOUBTFUL, false);
        last.setText(Formats.NOT_KNOWN);
        last.setTooltip(null);
        change.setText(Formats.NOT_KNOWN);
        direction(0);
        volume.setText(Formats.NOT_KNOWN);
        interest.setText(Formats.NOT_KNOWN);
        sparkline.clear();
        lost.setVisible(false);
    }

    private void direction(int sign) {
        box.pseudoClassStateChanged(RISE, sign > 0);
        box.pseudoClassStateChanged(FALL, sign < 0);
    }
}
