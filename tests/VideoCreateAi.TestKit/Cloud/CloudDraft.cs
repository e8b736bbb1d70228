using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.TestKit.Cloud;

/// <summary>A timeline as text that no writer of ours would make: numbers as strings, blanks where nobody puts them,
/// keys that nobody knows. Whoever writes it anew changes its bytes.</summary>
public sealed record CloudDraft(int Milliseconds)
{
    /// <summary>Each as it stands in the text.</summary>
    public IReadOnlyList<string> Tracks { get; init; } = [];

    public string Text => $$"""
        { "v" : "2.10","d":"{{Number(Milliseconds)}}",  "m":{"title":null,"width":"{{Number(CloudFilm.Width)}}","height":{{Number(CloudFilm.Height)}}.0,"fps":3.0e1,"color_space":"bt709"},
          "t":[ {{string.Join(" ,\t", Tracks)}} ],"x_engine":{"rev":[1, 2.50,null,{ }],"note":"caf\u00e9 \/ crème"} }
        """;

    public CloudDraft With(string track) => this with { Tracks = [.. Tracks, track] };

    public CloudDraft Replaced(string part, string by) =>
        this with { Tracks = [.. Tracks.Select(track => track.Replace(part, by, StringComparison.Ordinal))] };

    /// <summary>One track of pictures that follow each other and share the length between them.</summary>
    public static CloudDraft Of(int milliseconds, IReadOnlyList<string> names)
    {
        var each = milliseconds / names.Count;
        var segments = names.Select((name, index) => Invariant(
            $$$"""{"id":"sg_{{{index}}}","s":"{{{index * each}}}","d":{{{each}}}.00,"m":{"name":"{{{JsonEncodedText.Encode(name)}}}","src":"res:{{{index}}}","brightness_hint":null}}"""));
        return new CloudDraft(milliseconds).With($$"""{"id":"t_0","tt":"0","m":{"name":null},"sg":[ {{string.Join(", ", segments)}} ]}""");
    }

    public static string Music(string name, int milliseconds) => Invariant(
        $$$"""{"tt":1,"m":{},"sg":[{"s":0,"d":{{{milliseconds}}},"m":{"name":"{{{name}}}","volume":0.50,"beats":[1,2,3]}}],"locked":false}""");

    public static string Title(string text, int milliseconds) => Invariant(
        $$$"""{"tt":7.0,"sg":[{"s":0,"d":"{{{milliseconds}}}","m":{"text":"{{{JsonEncodedText.Encode(text)}}}","position":"top"}}]}""");

    public static string Effect(string name, int milliseconds) => Invariant(
        $$"""{"tt":42,"m":{"name":"{{name}}"},"sg":[{"s":0,"d":{{milliseconds}}}]}""");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
