using System.Text.Json;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>What a tool answered.</summary>
/// <param name="Code">Of an error; null = it is none.</param>
/// <param name="Data">Undefined where there is none.</param>
internal sealed record ToolReply(string? Code, JsonElement Data, string Text)
{
    public string? Status => Word("status");

    public string? JobId => Word("job_id");

    public string? ProjectId => Word("project_id");

    public string? Path => Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("export", out var export) && export.ValueKind == JsonValueKind.Object
        ? export.GetProperty("path").GetString()
        : null;

    public string? Word(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static ToolReply Of(JsonElement result)
    {
        var text = string.Join('\n', result.GetProperty("content").EnumerateArray().Where(block => block.TryGetProperty("text", out _)).Select(block => block.GetProperty("text").GetString()));
        var isError = result.TryGetProperty("isError", out var error) && error.GetBoolean();
        var code = isError && result.TryGetProperty("_meta", out var meta) && meta.TryGetProperty("videocreateai/error", out var named) ? named.GetString() : isError ? "error" : null;
        return new ToolReply(code, result.TryGetProperty("structuredContent", out var data) ? data.Clone() : default, text);
    }

    /// <summary>One job of what check_job answered.</summary>
    public ToolReply Job() => Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("jobs", out var jobs) && jobs.GetArrayLength() == 1 ? this with { Data = jobs[0] } : this;
}
