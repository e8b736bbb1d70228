using System.Globalization;
using System.Text;

namespace VideoCreateAi.Simulation.Model;

/// <summary>One project at the backend.</summary>
internal sealed class ModelSession(string id, string token)
{
    private readonly HashSet<string> _drafts = [];

    public string Id => id;

    /// <summary>The account that it belongs to.</summary>
    public string Token => token;

    public bool IsGone { get; set; }

    public int Revision { get; set; }

    public int Media { get; set; }

    public List<ModelTurn> Turns { get; } = [];

    public bool IsBusy => Turns.Any(turn => turn.IsRunning);

    /// <summary>What a read gets at this moment, remembered as given out.</summary>
    public string Draft()
    {
        var draft = Revision == 0
            ? "{}"
            : string.Create(CultureInfo.InvariantCulture,
                $$$"""{"v":1, "d":10000,"m":{"title":"Holiday","width":1080,"height":1920,"revision":{{{Revision}}}},"t":[{"tt":0,"sg":[{"s":0,"d":10000,"m":{"name":"beach.jpg","speed":1.{{{Revision}}}0}}]}]}""");
        _drafts.Add(draft);
        return draft;
    }

    /// <summary>True for bytes that a read got before.</summary>
    public bool GaveOut(ReadOnlySpan<byte> draft) => _drafts.Contains(Encoding.UTF8.GetString(draft));
}
