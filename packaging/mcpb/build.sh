#!/usr/bin/env bash
# Makes a bundle (.mcpb) that desktop clients install with a double click, for each platform that is named; linux-x64 and win-x64 without one.
#   packaging/mcpb/build.sh [linux-x64|win-x64|osx-arm64]...
# osx-arm64 needs Microsoft's runtime packs for it from a full package source, and has not been built by us: sign it before you give it away.
# With MANIFEST_ONLY=1 nothing is published: the manifest alone is written and validated. QUICK=1 takes the projects below as they were built
# last, and makes a bundle that starts more slowly: for a look at it.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
out="${OUT:-$root/artifacts/mcpb}"
tools="$root/artifacts/mcpb-tools"
[ "$#" -gt 0 ] || set -- linux-x64 win-x64

if ! cmp -s "$here/package-lock.json" "$tools/installed.json"; then
  mkdir -p "$tools"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$here/package-lock.json" "$tools/installed.json"
fi

mcpb="$tools/node_modules/.bin/mcpb"
version="$(dotnet msbuild "$root/src/VideoCreateAi.Mcp/VideoCreateAi.Mcp.csproj" -getProperty:Version)"
for runtime in "$@"; do
  case "$runtime" in
    linux-x64) platform=linux program=videocreateai ;;
    win-x64) platform=win32 program=videocreateai.exe ;;
    osx-arm64) platform=darwin program=videocreateai ;;
    *) echo "build.sh: there is no bundle for $runtime" >&2; exit 2 ;;
  esac

  bundle="$out/$runtime"
  rm -rf "$bundle"
  mkdir -p "$bundle/server"
  sed -e "s/{version}/$version/g" -e "s/{platform}/$platform/g" -e "s/{program}/$program/g" "$here/manifest.json" >"$bundle/manifest.json"
  "$mcpb" validate "$bundle/manifest.json"
  [ -z "${MANIFEST_ONLY:-}" ] || continue

  # One file and SQLite's library: no client needs .NET installed.
  dotnet publish "$root/src/VideoCreateAi.Mcp" -c Release -p:BundleRuntime="$runtime" \
    ${QUICK:+-p:PublishReadyToRun=false -p:RunAnalyzers=false -p:BuildProjectReferences=false} \
    -o "$bundle/server" --nologo -v quiet -clp:ErrorsOnly
  dotnet run -c Release --project "$root/packaging/Sbom" -- "$root/src/VideoCreateAi.Mcp/obj/project.assets.json" "$out/videocreateai-$version-$runtime.cdx.json"
  # A publish that was stopped ended well all the same, and what it left was packed.
  [ -s "$bundle/server/$program" ] || { echo "build.sh: $program was not published for $runtime" >&2; exit 1; }
  # One that was made whole and could not start was given away nearly: what this machine can run is run.
  if [ "$runtime" = linux-x64 ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
    started="$(cd / && "$bundle/server/$program" --version)" || { echo "build.sh: $program does not start" >&2; exit 1; }
    [ "$started" = "$version" ] || { echo "build.sh: $program says version $started, not $version" >&2; exit 1; }
  fi
  # The web server of Windows is nothing that this is served by.
  rm -f "$bundle"/server/*.pdb "$bundle"/server/aspnetcorev2_inprocess.dll
  cp "$root/LICENSE" "$bundle/LICENSE"
  "$mcpb" pack "$bundle" "$out/videocreateai-$version-$runtime.mcpb"
done
