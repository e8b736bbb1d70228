#!/usr/bin/env bash
# Makes everything that is given away, into artifacts/release: the NuGet package, the bundles of the platforms that are named
# (linux-x64 and win-x64 without one), a bill of materials (CycloneDX) beside each, and the checksums of all.
#   packaging/release.sh [linux-x64|win-x64|osx-arm64]...
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="${OUT:-$root/artifacts/release}"
[ "$#" -gt 0 ] || set -- linux-x64 win-x64
cd "$root"
rm -rf "$out"
mkdir -p "$out"

dotnet pack src/VideoCreateAi.Mcp -c Release -o "$out" --nologo -v quiet -clp:ErrorsOnly
version="$(dotnet msbuild src/VideoCreateAi.Mcp/VideoCreateAi.Mcp.csproj -getProperty:Version)"
dotnet run -c Release --project packaging/Sbom -- src/VideoCreateAi.Mcp/obj/project.assets.json "$out/VideoCreateAi.Mcp.$version.cdx.json"

OUT="$out/bundles" packaging/mcpb/build.sh "$@"
mv "$out"/bundles/*.mcpb "$out"/bundles/*.cdx.json "$out/"
rm -rf "$out/bundles"

cd "$out"
sha256sum -- *.nupkg *.mcpb *.cdx.json >SHA256SUMS
cat SHA256SUMS

if grep -qrE '\b(OWNER|COMMIT)\b' "$root/packaging/nuget" "$root/packaging/docker/server.yaml" "$root/Dockerfile"; then
  echo "Not to be published yet: OWNER and COMMIT are the owner's to fill in, see packaging/README.md." >&2
fi
