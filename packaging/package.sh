#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
#   packaging/package.sh               the application image: target/package (launcher, own Java run-time, AOT cache)
#   packaging/package.sh --installer   and from it this platform's installer: target/installer (.deb, .dmg or .msi)
#
# Further arguments go to Maven. Needs Maven and a JDK 25 or newer; the tests are left to `mvn verify`.
# jpackage makes packages for the platform that it runs on, and no other.
set -euo pipefail
cd "$(dirname "$0")/.."

profiles=package
if [[ "${1:-}" == --installer ]]; then
  shift
  profiles=package,installer
fi

missing() {
  echo "package.sh: $1 is missing: $2" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || missing "$1" "$2"
}

need mvn "install Apache Maven 3.8 or newer"
if [[ "$profiles" == *installer* ]]; then
  case "$(uname -s)" in
    Linux)
      need dpkg-deb "a .deb is made with Debian's own tools (apt-get install dpkg)"
      need fakeroot "the files in the package must belong to root (apt-get install fakeroot)"
      ;;
    MINGW* | MSYS* | CYGWIN*)
      need wix "an .msi is made with the WiX toolset (https://wixtoolset.org)"
      ;;
  esac
fi

mvn --batch-mode --no-transfer-progress -P"$profiles" -DskipTests -DskipITs "$@" verify

echo
ls -d target/package/*
if [[ "$profiles" == *installer* ]]; then
  ls target/installer/*
fi
