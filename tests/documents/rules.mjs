// What becomes of commands that cannot be run as they stand. The first rule that matches counts; without one a command is run as it is.
//   instead: another command that tries the same, and why   ·   never: why it is not run here   ·   ask: it asks, and hears "y"
export const rules = [
  { match: /^samples\/quickstart\.sh/, why: 'it publishes into the folder that all tests use; what it does after that is this',
    instead: 'dotnet samples/QuickStart/bin/Release/net10.0/QuickStart.dll artifacts/publish/videocreateai.dll $PWD/photos/*' },
  { match: /^dotnet artifacts\/publish\/videocreateai\.dll setup /, ask: true },
  { match: / serve --http/, serves: 'http://127.0.0.1:8791/mcp' },
  { match: /--project prj_0123456789/, project: true },
  { match: /^dotnet run -c Release --project samples\/Cookbook/, why: 'all of it takes minutes and writes the page; one request is run',
    instead: 'dotnet samples/Cookbook/bin/Release/net10.0/Cookbook.dll artifacts/publish/videocreateai.dll 17' },
  { match: /^dotnet run -c Release --project samples\/PictureGenerator/, why: 'a full run takes minutes',
    instead: 'dotnet samples/PictureGenerator/bin/Release/net10.0/VideoCreateAi.Samples.PictureGenerator.dll generated --scale 0.05 --only 04' },
  { match: /^dotnet run -c Release --project tests\/VideoCreateAi\.Evals -- (router|gui|director) +IN\.jsonl OUT\.jsonl$/, why: 'it is built already',
    instead: 'dotnet tests/VideoCreateAi.Evals/bin/Release/net10.0/VideoCreateAi.Evals.dll $1 IN.jsonl OUT.jsonl' },
  { match: /^dotnet run -c Release --project tests\/VideoCreateAi\.Simulation/, why: 'a million schedules take hours',
    instead: 'dotnet tests/VideoCreateAi.Simulation/bin/Release/net10.0/VideoCreateAi.Simulation.dll --schedules 200 --seed 1 --parallel 2' },

  { match: /^tests\/run\.sh/, never: 'it is what runs this' },
  { match: /^dotnet (build|publish|test) (VideoCreateAi\.Mcp\.sln|src\/VideoCreateAi\.Mcp|tests\/VideoCreateAi\.UnitTests) /, never: 'tests/run.sh builds, publishes and tests with the same commands, and two at once would write the same files' },
  { match: /^dotnet dnx/, never: 'NuGetPackageTests runs the package so, from a folder: there is none at a registry yet' },
  { match: /^packaging\/(release|mcpb\/build)\.sh/, never: 'BundleTests, NuGetPackageTests and SbomTests run its steps' },
  { match: /^(UPDATE|VIDEOCREATEAI)_\w+=/, never: 'it writes files of the source, or takes hours; the tests that it begins are run by tests/run.sh' },
  { match: /^dotnet (pack|test tests\/VideoCreateAi\.SafetyTests)/, never: 'NuGetPackageTests packs so, and tests/run.sh runs the safety tests' },
  { match: /^docker /, never: 'there is no container engine here; ContainerTests reads the recipe' },
  { match: /^claude mcp add /, never: 'the client is not to be had here; SetupCommandTests hold what is written into its configuration' },
  { match: /^videocreateai make$/, never: 'it names the command' },
  { match: /VideoCreateAi\.Benchmarks/, never: 'measurements take minutes, and mean something on an idle machine alone' },
  { match: /^(pango-view|ffmpeg -i NAME\.png)/, never: 'FAMILY, WORDS and NAME stand for ten of each; ScriptReferenceTests holds the program to what came of them' },
];
