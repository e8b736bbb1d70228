#!/usr/bin/env bash
# The start of the published server in turns with that of the reference server on Node. Rounds: 20, or as given.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
tools="$root/artifacts/start"
mkdir -p "$tools"
cp "$here/package.json" "$here/package-lock.json" "$tools/"
[ -d "$tools/node_modules" ] || npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error
dotnet publish "$root/src/VideoCreateAi.Mcp" -c Release -o "$root/artifacts/publish" --nologo -v quiet -clp:ErrorsOnly
dotnet run -c Release --project "$root/tests/VideoCreateAi.Benchmarks" -- start "${1:-20}" "$root/artifacts/publish/videocreateai.dll" \
  node "$tools/node_modules/@modelcontextprotocol/server-everything/dist/index.js" stdio
