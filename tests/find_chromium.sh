#!/bin/sh
# Make sure the browser tests have a Chromium: the one on PATH, or Debian's where it can be installed.
set -e
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium for the browser tests (apt-get install chromium)"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "The browser tests need Chromium, and there is none on PATH." >&2
echo "Install it with your package manager (Debian, Ubuntu: sudo apt-get install chromium), then run this again." >&2
exit 1
