using System.CommandLine;
using System.CommandLine.Invocation;
using VideoCreateAi.Mcp.Hosting.Clean;
using VideoCreateAi.Mcp.Hosting.Doctor;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.Mcp.Hosting.Make;
using VideoCreateAi.Mcp.Hosting.Setup;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Hosting.StudioProcess;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The commands of <c>videocreateai</c>. Without one it serves MCP over stdio.</summary>
internal static class CommandLine
{
    /// <summary>These end in good order by themselves when they are interrupted.</summary>
    private static readonly string[] s_selfStopping = [MakeCommand.Name];

    /// <param name="output">For help and words about wrong usage; null = the terminal.</param>
    public static async Task<int> RunAsync(string[] arguments, TextWriter? output = null)
    {
        var parsed = Parse(arguments);
        var configuration = new InvocationConfiguration();
        if (output is not null)
        {
            (configuration.Output, configuration.Error) = (output, output);
        }

        if (s_selfStopping.Contains(parsed.CommandResult.Command.Name))
        {
            configuration.ProcessTerminationTimeout = null;
        }

        var exit = await parsed.InvokeAsync(configuration);
        return parsed.Action is ParseErrorAction ? (int)ShellExit.WrongUsage : exit;
    }

    // A wish may begin with an @, which is no file of further arguments here.
    public static ParseResult Parse(string[] arguments) => Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public static RootCommand Create()
    {
        var data = new Option<string?>("--data") { Description = Settings.Help("--data"), Recursive = true };
        var output = new Option<string?>("--output") { Description = Settings.Help("--output") };
        var backend = new Option<string?>("--backend") { Description = Settings.Help("--backend") };
        var allow = new Option<string[]>("--allow-dir") { Description = Settings.Help("--allow-dir"), DefaultValueFactory = _ => [] };

        // Bundles pass a list that may be empty behind one option. A command with arguments of its own would lose them to it.
        var allowList = new Option<string[]>(allow.Name)
        {
            Description = allow.Description,
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var readOnly = new Option<bool>("--read-only") { Description = Settings.Help("--read-only") };
        var confirm = new Option<string?>("--confirm") { Description = Settings.Help("--confirm") };
        var creditCap = new Option<string?>("--credit-cap") { Description = Settings.Help("--credit-cap") };
        ServerSettings Read(ParseResult arguments) => ServerSettings.Read(
            arguments.GetValue(data), arguments.GetValue(output), arguments.GetValue(backend), [.. arguments.GetValue(allow) ?? [], .. (arguments.GetValue(allowList) ?? []).Where(folder => !ServerSettings.IsPlaceholder(folder))], arguments.GetValue(readOnly),
            arguments.GetValue(confirm), arguments.GetValue(creditCap));

        var root = new RootCommand("Makes videos from plain words: an MCP server. Without a command it speaks MCP over stdio, which is what a client launches.")
        {
            data, output, backend, allowList, readOnly, confirm, creditCap,
        };
        root.SetAction((arguments, cancellationToken) => StdioServer.RunAsync(Read(arguments), cancellationToken));
        root.Subcommands.Add(ServeCommand.Create([output, backend, allow, readOnly, confirm, creditCap], Read));
        root.Subcommands.Add(MakeCommand.Create([backend, allow, confirm, creditCap], Read));
        root.Subcommands.Add(CleanCommand.Create(Read));
        root.Subcommands.Add(DoctorCommand.Create([output, backend, allow], Read));
        root.Subcommands.Add(StudioCommand.Create(data));
        root.Subcommands.Add(SetupCommand.Create(SetupEnvironment.OfThisProcess()));
        return root;
    }
}
