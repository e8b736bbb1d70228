#!/usr/bin/env bash
# Shows the timeline view in Chromium through the official bridge of MCP Apps, beside a stand-in and beside the published server.
# Screenshots lie in artifacts/app/screens. The last line is "N passed, N failed".
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
server="$root/artifacts/publish/videocreateai.dll"
tools="$root/artifacts/app"

give_up() { echo "FAILED  $1"; echo "0 passed, 1 failed"; exit 1; }
[ -f "$server" ] || give_up "$server is missing: publish first, or run tests/run.sh"
command -v npm >/dev/null || give_up "npm is missing: install Debian's nodejs and npm"
export CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"
[ -n "$CHROMIUM" ] || give_up "Chromium is missing: install Debian's chromium"

if ! cmp -s "$here/package-lock.json" "$tools/installed.json"; then
  mkdir -p "$tools"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error || give_up "npm could not install the bridge"
  cp "$here/package-lock.json" "$tools/installed.json"
fi

# The scripts are run beside their packages: that is where Node looks for them.
cp "$here"/*.mjs "$tools/"
NODE_PATH="$tools/node_modules" node "$tools/test.mjs" "$server" "$root/src/VideoCreateAi.Mcp/Features/App/timeline.html" "$root/samples" "$tools/screens" "$@"
