#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Draws every icon from seonmul.svg, the only source. Needs rsvg-convert, icotool and png2icns
# (Debian: librsvg2-bin, icoutils, icnsutils).
set -euo pipefail
cd "$(dirname "$0")"

for tool in rsvg-convert icotool png2icns; do
  command -v "$tool" >/dev/null || { echo "render.sh: $tool is missing" >&2; exit 1; }
done

for size in 16 24 32 48 64 128 256 512; do
  rsvg-convert --width "$size" --height "$size" --output "seonmul-$size.png" seonmul.svg
done
icotool --create --output=seonmul.ico seonmul-{16,24,32,48,64,128}.png --raw=seonmul-256.png
png2icns seonmul.icns seonmul-{16,32,48,128,256,512}.png >/dev/null
