using System.Text.Json.Nodes;

namespace Cookbook;

/// <param name="Arguments">As a client passes them on, with names in place of paths.</param>
internal sealed record Step(string Tool, JsonObject Arguments)
{
    /// <summary>The user's words, where the step has some.</summary>
    public string? Words => (string?)(Arguments["text"] ?? Arguments["message"]);

    public IEnumerable<string> Files => Arguments["files"]?.AsArray().Select(file => (string)file!) ?? [];
}
