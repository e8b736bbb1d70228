# From a fresh clone to a finished video on Windows: installs what is missing, publishes the server, makes the sample video with it.
# Not run by our tests: they have no Windows. The commands are those of quickstart.sh.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Fail([string]$message) { Write-Error "quickstart: $message"; exit 1 }

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Fail 'the .NET 10 SDK is missing. Install it, then run this again.' }

if (-not (Get-Command ffmpeg -ErrorAction SilentlyContinue)) {
    if (-not (Get-Command winget -ErrorAction SilentlyContinue)) { Fail 'ffmpeg is missing and winget is not here. Install ffmpeg by hand, then run this again.' }
    Write-Host 'Installing with winget: Gyan.FFmpeg'
    winget install --id Gyan.FFmpeg --exact --accept-package-agreements --accept-source-agreements
    if ($LASTEXITCODE -ne 0) { Fail 'winget could not install Gyan.FFmpeg.' }
    $env:Path = [Environment]::GetEnvironmentVariable('Path', 'Machine') + ';' + [Environment]::GetEnvironmentVariable('Path', 'User')
}

Write-Host 'Publishing the server into artifacts\publish …'
dotnet publish src/VideoCreateAi.Mcp -c Release -o artifacts/publish --nologo -v quiet '-clp:ErrorsOnly;NoSummary'
if ($LASTEXITCODE -ne 0) { Fail 'the server could not be published.' }
Write-Host 'Building the sample client …'
dotnet build samples/QuickStart -c Release -o artifacts/quickstart --nologo -v quiet '-clp:ErrorsOnly;NoSummary'
if ($LASTEXITCODE -ne 0) { Fail 'the sample client could not be built.' }

$pictures = Get-ChildItem samples/pictures/0* | Sort-Object Name | ForEach-Object { $_.FullName }
dotnet artifacts/quickstart/QuickStart.dll (Resolve-Path artifacts/publish/videocreateai.dll).Path @pictures
exit $LASTEXITCODE
