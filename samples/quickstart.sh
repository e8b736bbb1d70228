#!/usr/bin/env bash
# From a fresh clone to a finished video: installs what is missing, publishes the server, makes the sample video with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tell() { printf '%s\n' "$*"; }
fail() { printf 'quickstart: %s\n' "$*" >&2; exit 1; }

has_soundfont() {
  local file
  for file in /usr/share/sounds/sf2/*.sf2 /usr/share/soundfonts/*.sf2 /opt/homebrew/share/soundfonts/*.sf2; do
    [ -e "$file" ] && return 0
  done
  return 1
}

has_latin_font() {
  local folder
  for folder in /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" /System/Library/Fonts; do
    [ -d "$folder" ] && [ -n "$(find "$folder" \( -iname '*.ttf' -o -iname '*.otf' -o -iname '*.ttc' \) -print -quit 2>/dev/null)" ] && return 0
  done
  return 1
}

command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing. Install it, then run this again."

missing=()
command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing+=(ffmpeg)
command -v fluidsynth >/dev/null || missing+=(fluidsynth)
command -v say >/dev/null || command -v espeak-ng >/dev/null || missing+=(espeak-ng) # voiceovers; macOS has a voice of its own
has_soundfont || missing+=(soundfont)
has_latin_font || missing+=(font)

# packages MANAGER: the manager's names for what is missing.
packages() {
  local item
  for item in "${missing[@]}"; do
    case "$1:$item" in
      apt:soundfont) echo timgm6mb-soundfont ;;
      apt:font) echo fonts-league-spartan ;;
      dnf:ffmpeg) echo ffmpeg-free ;;
      dnf:soundfont) echo fluid-soundfont-gm ;;
      dnf:font) echo dejavu-sans-fonts ;;
      brew:soundfont | brew:font) ;; # macOS brings fonts; without a soundfont the studio plays its own synthesizer
      brew:fluidsynth) echo fluid-synth ;;
      *) echo "$item" ;;
    esac
  done
}

if [ "${#missing[@]}" -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null; then as_root=(sudo); else as_root=(false); fi
  fi

  if command -v apt-get >/dev/null; then
    mapfile -t names < <(packages apt)
    tell "Installing with apt: ${names[*]}"
    [ "${as_root[*]:-}" != false ] || fail "no right to install. As root: apt-get install --no-install-recommends ${names[*]}"
    "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; install by hand: ${names[*]}"
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null \
      || fail "apt-get could not install: ${names[*]}"
  elif command -v dnf >/dev/null; then
    mapfile -t names < <(packages dnf)
    tell "Installing with dnf: ${names[*]}"
    [ "${as_root[*]:-}" != false ] || fail "no right to install. As root: dnf install ${names[*]}"
    "${as_root[@]}" dnf install -y -q "${names[@]}" || fail "dnf could not install: ${names[*]}"
  elif command -v brew >/dev/null; then
    names=()
    while IFS= read -r name; do names+=("$name"); done < <(packages brew)
    if [ "${#names[@]}" -gt 0 ]; then
      tell "Installing with brew: ${names[*]}"
      brew install --quiet "${names[@]}" || fail "brew could not install: ${names[*]}"
    fi
  else
    fail "no apt, dnf or brew here. Install ffmpeg (and fluidsynth with a soundfont for better music) by hand, then run this again."
  fi
fi

tell "Publishing the server into artifacts/publish …"
dotnet publish src/VideoCreateAi.Mcp -c Release -o artifacts/publish --nologo -v quiet '-clp:ErrorsOnly;NoSummary'
tell "Building the sample client …"
dotnet build samples/QuickStart -c Release -o artifacts/quickstart --nologo -v quiet '-clp:ErrorsOnly;NoSummary'
tell ""
exec dotnet artifacts/quickstart/QuickStart.dll "$PWD/artifacts/publish/videocreateai.dll" "$PWD"/samples/pictures/0*
