// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// Where a window stands. Immutable.
///
/// @param x left edge in screen pixels
/// @param y upper edge in screen pixels
/// @param width in pixels
/// @param height in pixels
/// @param maximized whether it fills its screen; the other figures are then what it returns to
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}
