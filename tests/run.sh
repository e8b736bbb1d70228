#!/usr/bin/env bash
# Builds everything and runs all tests; the last line is "N passed, N failed". Installs the Debian packages that the tests need.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

needed=(ffmpeg fluidsynth timgm6mb-soundfont espeak-ng bubblewrap strace postgresql faketime gcc libc6-dev chromium pango1.0-tools fonts-league-spartan fonts-open-sans fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
if command -v dpkg-query >/dev/null; then
  missing=()
  for package in "${needed[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  # Node may be here without being Debian's. Its version does not matter: the suites bring the one that they need.
  command -v node >/dev/null && command -v npm >/dev/null || missing+=(nodejs npm)
  if [ "${#missing[@]}" -gt 0 ]; then
    echo "Installing with apt: ${missing[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
      || { echo "Could not install ${missing[*]}"; echo "0 passed, 1 failed"; exit 1; }
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

build() { "$@" || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }; }
build dotnet build VideoCreateAi.Mcp.sln -c Release --nologo -v quiet -clp:ErrorsOnly
build dotnet publish src/VideoCreateAi.Mcp -c Release -o artifacts/publish --nologo -v quiet -clp:ErrorsOnly

failed_run=0
test_project() {
  echo "== $1"
  dotnet test "tests/VideoCreateAi.$1" -c Release --no-build --nologo -v quiet --logger "console;verbosity=minimal" --logger "trx;LogFileName=$results/$1.trx" || failed_run=1
}

test_project UnitTests
test_project ProtocolTests
test_project SafetyTests
test_project FarmTests

# All drive the published program and mostly wait for it, so that together they take the time of the longer side.
{ tests/conformance/run.sh >"$results/conformance" 2>&1; tests/app/run.sh >"$results/app" 2>&1; tests/documents/run.sh >"$results/documents" 2>&1; } &
suites=$!
test_project EndToEndTests
wait "$suites"
judged() { sed -n '$s/^\([0-9]*\) passed, \([0-9]*\) failed$/\'"$2"'/p' "$results/$1" | grep . || echo "$2" | tr 12 01; }
for suite in conformance app documents; do
  echo "== $suite"
  cat "$results/$suite"
done

# Counted from the result files, so that a test host that died is a failure and not a smaller number.
count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'; }
passed=$(( $(count passed) + $(judged conformance 1) + $(judged app 1) + $(judged documents 1) ))
failed=$(( $(judged conformance 2) + $(judged app 2) + $(judged documents 2) + $(count failed) + $(count error) + $(count timeout) + $(count aborted) + $(count notExecuted) ))
[ "$failed_run" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$(ls "$results"/*.trx 2>/dev/null | wc -l)" -eq 5 ] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
