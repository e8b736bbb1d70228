using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary><c>videocreateai make</c>: the whole job from a shell.</summary>
internal static class MakeCommand
{
    public const string Name = "make";

    // Who asks a program to end kills it some seconds later.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <param name="settings">Reads the options that this command shares with the program itself.</param>
    public static Command Create(IEnumerable<Option> shared, Func<ParseResult, ServerSettings> settings)
    {
        var text = new Argument<string>("text") { Description = "What the video should be, in your own words and language." };
        var files = new Argument<string[]>("files")
        {
            Description = "Pictures, clips, sound or a script (.txt .md .srt), in order; addresses too. At most 20.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [],
        };
        text.Validators.Add(RefuseUnknownOptions);
        files.Validators.Add(RefuseUnknownOptions);
        var output = new Option<string?>("--out", "-o", "--output") { Description = "The file, or a folder: .mp4, .mov, .webm, .gif; .mp3 or .wav for the sound; .jpg or .png for one picture; .srt for the captions; .otio for other editors. Default: a name after the title, in the folder for exported videos." };
        var force = new Option<bool>("--force", "-f") { Description = "Replace the file of -o when it is there already." };
        var preset = new Option<string?>("--preset") { Description = "Shape for a platform: tiktok, reels, shorts, youtube, square or 4:5." };
        var aspect = new Option<string?>("--aspect") { Description = "Shape: 9:16, 16:9, 1:1 or 4:5." };
        var resolution = new Option<string?>("--resolution") { Description = "Short side: 480p, 720p, 1080p, 1440p or 4k." };
        var fps = new Option<int?>("--fps") { Description = "Frames per second, 1 to 60." };
        var quality = new Option<string?>("--quality") { Description = "draft, fast, good (the default) or best." };
        var at = new Option<double?>("--at") { Description = "Of a .jpg or .png: the second of the video that it shows. Default: a good one." };
        var project = new Option<string?>("--project") { Description = "Go on with this project instead of a new one." };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output, and nothing else." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the path of the file and nothing else." };
        var command = new Command(Name, "Makes a video from plain words and files, and saves it.\n\n" + ShellExits.Help)
        {
            text, files, output, force, preset, aspect, resolution, fps, quality, at, project, json, quiet,
        };
        foreach (var option in shared)
        {
            command.Options.Add(option);
        }

        command.SetAction(async parsed =>
        {
            var options = new MakeOptions
            {
                Text = parsed.GetValue(text) ?? "",
                Files = parsed.GetValue(files) ?? [],
                Out = parsed.GetValue(output),
                Force = parsed.GetValue(force),
                Preset = parsed.GetValue(preset),
                Aspect = parsed.GetValue(aspect),
                Resolution = parsed.GetValue(resolution),
                FramesPerSecond = parsed.GetValue(fps),
                Quality = parsed.GetValue(quality),
                At = parsed.GetValue(at),
                Project = parsed.GetValue(project),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            };
            return (int)await RunAsync(options, settings(parsed));
        });
        return command;
    }

    // A misspelt option would else be taken for a file that is not there.
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Select(token => token.Value))
        {
            if (token.StartsWith('-') && !token.Any(char.IsWhiteSpace) && !File.Exists(token))
            {
                result.AddError($"There is no option {token}. A file of such a name is given as ./{token}");
            }
        }
    }

    private static async Task<ShellExit> RunAsync(MakeOptions options, ServerSettings settings)
    {
        var terminal = ShellTerminal.OfThisProcess();
        if (!ShellServices.AreGood(settings, terminal))
        {
            return ShellExit.WrongUsage;
        }

        using var interruption = Interruption.OfThisProcess(s_patience);
        return await new MakeRun(options, settings, terminal, VoiceOf, interruption, TimeProvider.System).RunAsync(Connect);

        IMakeVoice VoiceOf(bool draws) => options.Json || options.Quiet ? new SilentVoice()
            : draws ? new BarVoice(ShellConsole.Create(terminal.Error, terminal.IsWithoutColor))
            : new LineVoice(terminal.Error, TimeProvider.System);
    }

    private static ServiceProvider Connect(ServerSettings settings) => ShellServices.Of(settings)
        .AddSingleton<MakeOutput>()
        .AddSingleton<Func<OutputFolder>>(provider => provider.GetRequiredService<MakeOutput>().Open)
        .BuildServiceProvider();
}
