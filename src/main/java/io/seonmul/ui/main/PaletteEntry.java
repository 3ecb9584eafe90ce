// SPDX-License-Identifier: Apache-2.0
package io.seonmul.ui.main;

/// One thing that the command palette offers. Immutable, but for what it does.
///
/// @param id by which it is remembered as used
/// @param word what it does, in the window's language
/// @param otherWord the same in the other language, to be found by as well
/// @param keys the keys that do it; empty without any
/// @param run does it
record PaletteEntry(String id, String word, String otherWord, String keys, Runnable run) {}
