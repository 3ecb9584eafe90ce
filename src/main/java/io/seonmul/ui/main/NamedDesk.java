// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// A desk that was saved under a name. Immutable.
///
/// @param name as the user gave it
/// @param desk how the panes stand in it
public record NamedDesk(String name, Desk desk) {}
