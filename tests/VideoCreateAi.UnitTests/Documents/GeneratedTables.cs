using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>The parts of documents that the code says: what stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
internal static partial class GeneratedTables
{
    // As a client starts the package; the buttons and the block beside them say the same.
    private const string Package = """{"command":"dotnet","args":["dnx","VideoCreateAi.Mcp","--yes"]}""";

    public static IReadOnlyDictionary<string, string> Make() => new Dictionary<string, string>
    {
        ["install"] = Install(),
        ["tools"] = Tools(),
        ["arguments"] = Arguments(),
        ["settings"] = SettingsTable(),
        ["options"] = Options(),
        ["exits"] = Exits(),
    };

    /// <summary>A document with every part that it marks written anew.</summary>
    public static string Fill(string document) => Make().Aggregate(document, (text, part) => Regex.Replace(
        text, $"(?<=^<!-- {part.Key} -->\n).*?(?=^<!-- /{part.Key} -->$)", part.Value.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.Singleline | RegexOptions.Multiline));

    private static string Install()
    {
        var vscode = $"https://insiders.vscode.dev/redirect/mcp/install?name=videocreateai&config={Uri.EscapeDataString(Package)}";
        var cursor = $"https://cursor.com/en/install-mcp?name=videocreateai&config={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Package)))}";
        return $"""
            [![Install in VS Code](packaging/buttons/vscode.svg)]({vscode}) [![Install in Cursor](packaging/buttons/cursor.svg)]({cursor})

            *The buttons work once the package is published, and so does this block for every other client:* `{Package}`

            """;
    }

    private static string Tools() => Table(
        ["Tool", "What it does", "Hints"],
        VideoTools.For(BackendDescription.Studio).Select(tool => tool.ProtocolTool).Select(tool => new[]
        {
            $"`{tool.Name}`", FirstSentence().Match(tool.Description!).Value, Hints(tool.Annotations!),
        }));

    private static string Hints(ToolAnnotations hints) => string.Join(", ", new[]
    {
        hints.ReadOnlyHint is true ? "reads only" : hints.DestructiveHint is true ? "may remove" : "changes",
        hints.IdempotentHint is true ? "repeatable" : null,
        hints.OpenWorldHint is true ? null : "this machine alone",
    }.OfType<string>());

    private static string Arguments() => string.Join('\n', VideoTools.For(BackendDescription.Studio).Select(tool => tool.ProtocolTool).Select(tool =>
    {
        var required = tool.InputSchema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var rows = tool.InputSchema.GetProperty("properties").EnumerateObject().Select(argument => new[]
        {
            $"`{argument.Name}`", Type(argument.Value) + (required.Contains(argument.Name) ? ", required" : ""), Line(argument.Value.GetProperty("description").GetString()!),
        }).ToList();
        return $"<details><summary><code>{tool.Name}</code> {tool.Title}</summary>\n\n{Line(tool.Description!)}\n{(rows.Count == 0 ? "" : "\n" + Table(["Argument", "Type", "Meaning"], rows))}\n</details>\n";
    }));

    private static string Type(JsonElement schema)
    {
        var type = !schema.TryGetProperty("type", out var said) ? "any"
            : said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null") : said.GetString()!;
        return type == "array" && schema.TryGetProperty("items", out var items) ? $"list of {Type(items)}" : type;
    }

    private static string SettingsTable() => Table(
        ["Option", "Environment", "Default", "Meaning"],
        Settings.All.Select(setting => new[] { Code(setting.Option), Code(setting.Variable), Word(setting.Default), setting.Meaning }));

    private static string Options()
    {
        var root = CommandLine.Create();
        var commands = root.Subcommands.Cast<Command>().Prepend(root).ToList();
        var shared = Settings.All.Select(setting => new[]
        {
            setting.Option is { } option ? string.Join(", ", commands.Where(command => command == root || command.Options.Any(own => own.Name == option)).Select(command => Name(command, root))) : "all",
            Code(setting.Option), Code(setting.Variable), Word(setting.Default), setting.Meaning,
        });
        var own = commands.Skip(1).SelectMany(command => command.Options
            .Where(option => option is not (System.CommandLine.Help.HelpOption or VersionOption) && Settings.All.All(setting => setting.Option != option.Name))
            .Select(option => new[] { Name(command, root), string.Join(", ", option.Aliases.Prepend(option.Name).Select(Code)), "", Default(option), option.Description!.TrimEnd('.') }));
        return Table(["Command", "Option", "Environment", "Default", "Meaning"], shared.Concat(own));
    }

    // An option of the program itself is one of all its commands where it is recursive.
    private static string Name(Command command, RootCommand root) => command == root ? "(server)" : $"`{command.Name}`";

    private static string Default(Option option) => option.Required ? "required"
        : option.ValueType == typeof(bool) ? "off"
        : DefaultPattern().Match(option.Description!) is { Success: true } said ? Word(said.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value) : "";

    private static string Exits() => Table(
        ["Code", "`make`, `clean` and `doctor`"],
        ShellExits.Help.Split('\n')[1..].Select(line => line.Trim().Split("  ", 2)).Select(row => new[] { row[0], row[1] }));

    private static string Table(string[] head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(cell => Line(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
        }

        return text.ToString();
    }

    private static string Code(string? word) => word is null ? "" : $"`{word}`";

    // A value is shown as one, a description in words.
    private static string Word(string words) => words.Contains(' ', StringComparison.Ordinal) || words == "none" ? words : $"`{words}`";

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"^.*?\.(?=\s|$)", RegexOptions.Singleline)]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"Default: ([^.;]+)|(\w+) \(the default\)|\(default (\d+)")]
    private static partial Regex DefaultPattern();
}
