// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.draw;

import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// The one way by which text and filled rectangles come onto a canvas. FX thread only.
///
/// A test can put a [Transcript] beside it and so judge by rule what a person would have to find by eye: text over
/// text, text that leaves its clip, text half under a box. Without one a call costs a comparison.
public final class Brush {

    /// Written to from the FX thread only, as all of this class.
    private static @Nullable Transcript transcript;

    private Brush() {}

    /// What was drawn, call by call, for those who judge it.
    public interface Transcript {

        /// The canvas is empty again.
        void cleared(GraphicsContext g);

        /// A text was written.
        ///
        /// @param most the width into which it was squeezed if it was wider, in pixels
        void wrote(GraphicsContext g, String text, double x, double y, double most);

        /// A rectangle was filled in the present colour.
        void filled(GraphicsContext g, double x, double y, double width, double height);

        /// From now on only what lies in this rectangle is seen, until [#unclipped].
        void clipped(GraphicsContext g, double x, double y, double width, double height);

        /// The newest clip is gone.
        void unclipped(GraphicsContext g);
    }

    /// Has everything that is drawn from now on written down; null ends that.
    public static void transcribe(@Nullable Transcript by) {
        transcript = by;
    }

    /// Whether what is drawn is written down: every picture must then be drawn from its beginning.
    public static boolean isTranscribed() {
        return transcript != null;
    }

    /// Empties the whole canvas.
    public static void clear(GraphicsContext g) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        if (transcript != null) {
            transcript.cleared(g);
        }
    }

    /// Empties a rectangle, for what is not [transcribed][#isTranscribed].
    public static void clear(GraphicsContext g, double x, double y, double width, double height) {
        g.clearRect(x, y, width, height);
    }

    /// Writes `text` in the present face, colour and alignment.
    public static void text(GraphicsContext g, String text, double x, double y) {
        g.fillText(text, x, y);
        if (transcript != null) {
            transcript.wrote(g, text, x, y, Double.POSITIVE_INFINITY);
        }
    }

    /// As [#text(GraphicsContext, String, double, double)], squeezed into `most` pixels where it is wider.
    public static void text(GraphicsContext g, String text, double x, double y, double most) {
        g.fillText(text, x, y, most);
        if (transcript != null) {
            transcript.wrote(g, text, x, y, most);
        }
    }

    /// Fills a rectangle in the present colour.
    public static void fill(GraphicsContext g, double x, double y, double width, double height) {
        g.fillRect(x, y, width, height);
        if (transcript != null) {
            transcript.filled(g, x, y, width, height);
        }
    }

    /// As [#fill], with corners rounded by `arc` pixels.
    public static void fillRound(GraphicsContext g, double x, double y, double width, double height, double arc) {
        g.fillRoundRect(x, y, width, height, arc, arc);
        if (transcript != null) {
            transcript.filled(g, x, y, width, height);
        }
    }

    /// Lets only what lies in this rectangle be seen from now on, until [#unclip].
    public static void clip(GraphicsContext g, double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        if (transcript != null) {
            transcript.clipped(g, x, y, width, height);
        }
    }

    /// Ends the newest [#clip]; face, colour and the rest are again as they were before it.
    public static void unclip(GraphicsContext g) {
        g.restore();
        if (transcript != null) {
            transcript.unclipped(g);
        }
    }
}
