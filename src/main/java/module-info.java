// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/// The Seonmul monitor: from the exchange's wire to the panes, in one module.
@NullMarked
module io.seonmul {
    requires static org.jspecify;
    requires java.logging;
    requires java.net.http;
    requires java.prefs;
    requires jdk.httpserver;
    requires javafx.controls;
    requires javafx.fxml;
    requires javafx.swing;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;
    requires atlantafx.base;
    requires jakarta.websocket.client;
    requires org.glassfish.tyrus.client;
    requires org.glassfish.tyrus.container.jdk.client;
    requires org.glassfish.tyrus.spi;
    requires org.java_websocket;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires com.fasterxml.jackson.jr.ob;

    opens io.seonmul.app to
            info.picocli;
    opens io.seonmul.session to
            org.glassfish.tyrus.core;
    opens io.seonmul.ui.chart to
            javafx.fxml;
    opens io.seonmul.ui.health to
            javafx.fxml;
    opens io.seonmul.ui.ladder to
            javafx.fxml;
    opens io.seonmul.ui.limits to
            javafx.fxml;
    opens io.seonmul.ui.openinterest to
            javafx.fxml;
    opens io.seonmul.ui.main to
            javafx.fxml;
    opens io.seonmul.ui.settings to
            javafx.fxml;
    opens io.seonmul.ui.start to
            javafx.fxml;
    opens io.seonmul.ui.timesales to
            javafx.fxml;
    opens io.seonmul.ui.watchlist to
            javafx.fxml;
}
