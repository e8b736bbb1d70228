using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cookbook;

/// <summary>COOKBOOK.md, recipe by recipe.</summary>
internal sealed class Page
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StringBuilder _text = new("""
        # Cookbook

        Twenty requests as people make them, with the sample pictures of [pictures](pictures), and what came of each: made by running them through the published server with the studio, and written by [the program](Cookbook/Program.cs) that ran them:

        ```sh
        dotnet run -c Release --project samples/Cookbook -- artifacts/publish/videocreateai.dll
        ```

        What stands in a quote is what the user says, word for word; an agent passes it on to `create_video` (with files) or `edit_video` (without). Below it is the editor's reply, then the file.


        """);

    public void Add(Recipe recipe, IReadOnlyList<Served> served, string? picture)
    {
        _text.Append(CultureInfo.InvariantCulture, $"## {recipe.Number}. {recipe.Title}\n\n");
        if (recipe.About is { } about)
        {
            _text.Append(about).Append("\n\n");
        }

        foreach (var (name, words) in recipe.Texts)
        {
            _text.Append(CultureInfo.InvariantCulture, $"`{name}`:\n\n```text\n{words.TrimEnd()}\n```\n\n");
        }

        foreach (var step in served)
        {
            Add(step);
        }

        if (picture is not null)
        {
            _text.Append(CultureInfo.InvariantCulture, $"![{recipe.Title}]({picture})\n\n");
        }
    }

    public override string ToString() => _text.ToString().TrimEnd() + "\n";

    private void Add(Served served)
    {
        var step = served.Step;
        var rest = Rest(step);
        if (step.Words is { } words)
        {
            _text.Append(CultureInfo.InvariantCulture, $"> {words.Replace("\n", "\n> ", StringComparison.Ordinal)}\n\n");
        }

        if (step.Words is null || rest.Count > 0)
        {
            _text.Append(CultureInfo.InvariantCulture, $"`{step.Tool}`{Code(rest)}\n\n");
        }

        if (step.Files.Any())
        {
            _text.Append(CultureInfo.InvariantCulture, $"Files: {string.Join(", ", step.Files.Select(file => $"`{file}`"))}\n\n");
        }

        if (served.Reply is { } reply)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{reply.ReplaceLineEndings("<br>").Replace("*", "\\*", StringComparison.Ordinal)}\n\n");
        }

        foreach (var file in served.Files)
        {
            _text.Append(CultureInfo.InvariantCulture, $"- **{Path.GetFileName(file.Path)}**: {file.Seconds:0.##} s, {file.Width}×{file.Height}, {file.Bytes / 1e6:0.0} MB\n");
        }

        _text.Append(served.Files.Count > 0 ? "\n" : "");
    }

    // What is not shown as words or files.
    private static JsonObject Rest(Step step)
    {
        var rest = step.Arguments.DeepClone().AsObject();
        foreach (var name in (string[])["text", "message", .. step.Arguments.ContainsKey("items") ? Array.Empty<string>() : ["files"]])
        {
            rest.Remove(name);
        }

        return rest;
    }

    private static string Code(JsonObject arguments) => arguments.Count == 0 ? "" : $" `{arguments.ToJsonString(s_json)}`";
}
