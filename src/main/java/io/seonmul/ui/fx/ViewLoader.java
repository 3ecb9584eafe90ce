// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML that lies beside a view's class and binds it to that view. FX thread, or before a scene shows it.
public final class ViewLoader {

    private ViewLoader() {}

    /// Loads `XxxView.fxml` from the package of `view`, an `XxxView` constructed by the caller.
    ///
    /// @param view the controller that the FXML names in `fx:controller`
    /// @param words the texts for its `%keys`
    /// @return the root node
    /// @throws UncheckedIOException if the FXML cannot be read: a defect of the build
    public static Parent load(Object view, Words words) {
        String file = view.getClass().getSimpleName() + ".fxml";
        URL fxml = Objects.requireNonNull(view.getClass().getResource(file), file);
        FXMLLoader loader = new FXMLLoader(fxml, words.bundle());
        loader.setControllerFactory(type -> view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(fxml.toString(), e);
        }
    }
}
