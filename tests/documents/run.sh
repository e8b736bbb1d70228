#!/usr/bin/env bash
# Runs the commands that stand in documents, each as a reader would type it, in a home of its own and with the published program;
# judges the TypeScript samples by the compiler and the bill of materials by its schema. The last line is "N passed, N failed".
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
server="$root/artifacts/publish/videocreateai.dll"
tools="$root/artifacts/documents"
work="$(mktemp -d)"

give_up() { echo "FAILED  $1"; echo "0 passed, 1 failed"; exit 1; }
[ -f "$server" ] || give_up "$server is missing: publish first, or run tests/run.sh"
command -v npm >/dev/null || give_up "npm is missing: install Debian's nodejs and npm"
command -v script >/dev/null || give_up "script is missing: install Debian's bsdutils"

if ! cmp -s "$here/package-lock.json" "$tools/installed.json"; then
  mkdir -p "$tools"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error || give_up "npm could not install the judge of bills of materials"
  cp "$here/package-lock.json" "$tools/installed.json"
fi

# A clone as a reader has it: what commands write to is a copy, the rest leads to the real files.
mkdir -p "$work/home" "$work/clone/samples" "$work/bin"
for entry in "$root"/*; do [ "$(basename "$entry")" = samples ] || ln -s "$entry" "$work/clone/"; done
for entry in "$root"/samples/*; do [ "$(basename "$entry")" = TypeScript ] || ln -s "$entry" "$work/clone/samples/"; done
mkdir "$work/clone/samples/TypeScript"
cp "$root"/samples/TypeScript/*.* "$work/clone/samples/TypeScript/"
printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$server" >"$work/bin/videocreateai"
chmod +x "$work/bin/videocreateai"

# What the documents speak of as the reader's own.
mkdir "$work/clone/photos"
ffmpeg -loglevel error -y -i "$root/samples/pictures/01-dusk-mountains.jpg" -vf scale=1280:-2 "$work/clone/photos/a.jpg" \
  && ffmpeg -loglevel error -y -i "$root/samples/pictures/02-harbour-sea.jpg" -vf scale=1280:-2 "$work/clone/photos/b.jpg" \
  && ffmpeg -loglevel error -y -f lavfi -i testsrc2=s=640x360:d=3 -f lavfi -i sine=d=3 -shortest "$work/clone/clip.mp4" \
  || give_up "ffmpeg could not make the reader's files"
echo '{"id":"1","text":"export it in 720p","backend_text":"Click the export button.","assets":[],"history":[]}' >"$work/clone/IN.jsonl"

finish() {
  # The studios end by themselves soon after their last client; their folders are theirs until then.
  for _ in $(seq 100); do find "$work" -name studio.sock 2>/dev/null | grep -q . || break; sleep 0.2; done
  rm -rf "$work"
}
trap finish EXIT

export npm_config_cache="${npm_config_cache:-$HOME/.npm}" NUGET_PACKAGES="${NUGET_PACKAGES:-$HOME/.nuget/packages}" DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-$HOME}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 npm_config_update_notifier=false
export HOME="$work/home" PATH="$work/bin:$PATH" VIDEOCREATEAI_STUDIO_IDLE_SECONDS=10
unset XDG_DATA_HOME XDG_CONFIG_HOME VIDEOCREATEAI_DATA VIDEOCREATEAI_OUTPUT NEMO_TOKEN
node "$here/commands.mjs" "$root" "$work" "$tools"
