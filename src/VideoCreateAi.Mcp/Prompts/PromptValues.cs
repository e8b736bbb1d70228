using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Prompts;

/// <summary>What the user filled in, checked: every name is the prompt's own, nothing that it needs is missing.</summary>
internal sealed class PromptValues
{
    private const double LongestVideo = 600;

    private readonly Dictionary<string, string> _values;

    private PromptValues(Dictionary<string, string> values) => _values = values;

    /// <exception cref="McpProtocolException">They do not fit the prompt.</exception>
    public static PromptValues Read(IReadOnlyList<PromptArgument> arguments, IEnumerable<KeyValuePair<string, string>> given)
    {
        // Clients send an empty text for what was left empty.
        var values = given.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => UntrustedText.Clean(pair.Value.Trim(), int.MaxValue));
        var known = string.Join(", ", arguments.Select(argument => argument.Name));
        if (values.Keys.FirstOrDefault(name => arguments.All(argument => argument.Name != name)) is { } unknown)
        {
            throw Invalid($"There is no argument '{UntrustedText.Name(unknown, 40)}'. This prompt takes: {known}.");
        }

        if (arguments.FirstOrDefault(argument => argument.Required is true && !values.ContainsKey(argument.Name)) is { } missing)
        {
            throw Invalid($"The argument '{missing.Name}' is missing: {missing.Description}");
        }

        if (values.Values.Sum(value => value.Length) is var length and > MessageText.Longest)
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"The arguments have {length} characters together; at most {MessageText.Longest} are taken. A long script fits into a file."));
        }

        return new PromptValues(values);
    }

    public string this[string name] => _values[name];

    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>A platform by the name that export_video has for it.</summary>
    public string? Preset(string name) => OneOf(name, ExportFormats.Presets);

    public string? Aspect(string name) => OneOf(name, ExportOutput.Aspects);

    public double Seconds(string name, double otherwise)
    {
        if (Find(name) is not { } text)
        {
            return otherwise;
        }

        return double.TryParse(text.TrimEnd('s', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestVideo
            ? seconds
            : throw Invalid(string.Create(CultureInfo.InvariantCulture, $"{name} is '{UntrustedText.Name(text, 40)}'; it must be a number of seconds, 1 to {LongestVideo:0}."));
    }

    private string? OneOf(string name, IEnumerable<string> words) => Find(name) is not { } text
        ? null
        : words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Invalid($"{name} cannot be '{UntrustedText.Name(text, 40)}'. Choose one of {string.Join(", ", words)}.");

    private static McpProtocolException Invalid(string message) => new(message, McpErrorCode.InvalidParams);
}
