using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Files uploaded, then messages one after the other, as the studio would keep them.</summary>
internal sealed class Conversation
{
    private readonly List<VideoTimeline?> _previous = [];
    private readonly List<VideoTimeline?> _undone = [];
    private readonly TextDirector _director = new();

    /// <param name="files">Names parted by spaces; a clip or sound with its seconds behind a colon: <c>a.jpg walk.mp4:12 song.mp3:90</c>.</param>
    public Conversation(string files)
    {
        Assets = [.. files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((file, index) => Upload(file, index))];
    }

    public IReadOnlyList<Asset> Assets { get; set; }

    public Narrator? Narrator { get; set; }

    public Func<string?, TempoBand>? Tempi { get; set; }

    public BrandKit? Brand { get; set; }

    public Asset? BrandLogo { get; set; }

    public VideoTimeline? Timeline { get; private set; }

    public TurnResult? Last { get; private set; }

    public string Reply => Last switch
    {
        TurnResult.Changed changed => changed.Reply,
        TurnResult.Undone undone => undone.Reply,
        TurnResult.Unchanged unchanged => unchanged.Reply,
        TurnResult.Rejected rejected => string.Join('\n', rejected.Problems),
        _ => "",
    };

    public Conversation Say(params string[] messages)
    {
        foreach (var message in messages)
        {
            Turn(Input(message));
        }

        return this;
    }

    /// <summary>Sends exact edits in place of words.</summary>
    /// <param name="operations">A JSON list.</param>
    public Conversation Do(string operations)
    {
        using var list = JsonDocument.Parse(operations);
        Turn(Input("Exact edits") with { Operations = list.RootElement });
        return this;
    }

    private TurnInput Input(string message) => new(message, Timeline, Assets, _previous)
    {
        Narrator = Narrator, Tempi = Tempi, Brand = Brand, BrandLogo = BrandLogo, Undone = [.. _undone],
    };

    private void Turn(TurnInput input)
    {
        Last = _director.Direct(input);
        switch (Last)
        {
            case TurnResult.Changed changed:
                Remember(changed.Steps);
                _previous.Insert(0, Timeline);
                Timeline = changed.Timeline;
                break;
            case TurnResult.Undone:
                _undone.Insert(0, Timeline);
                Timeline = _previous[0];
                _previous.RemoveAt(0);
                break;
        }
    }

    private void Remember(IReadOnlyList<string> steps)
    {
        if (steps is [TextDirector.Undo])
        {
            _undone.Insert(0, Timeline);
        }
        else if (steps is [TextDirector.Redo])
        {
            _undone.RemoveAt(0);
        }
        else
        {
            _undone.Clear();
        }
    }

    /// <param name="messages">Parted by " / ".</param>
    /// <param name="facts">What the timeline shows in the end, parted by semicolons; one behind "!" must not be there.</param>
    public static void Holds(string files, string messages, string facts)
    {
        var conversation = new Conversation(files).Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(
            fact[0] == '!' != conversation.Shown.Contains(fact.TrimStart('!'), StringComparison.Ordinal),
            $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }

    /// <summary>The timeline in one line, only what is not at its default.</summary>
    public string Shown => Timeline is null ? "nothing" : TimelineWords.Of(Timeline);

    private static Asset Upload(string file, int index)
    {
        var (name, seconds) = file.Split(':') is [var first, var second] ? (first, double.Parse(second, CultureInfo.InvariantCulture)) : (file, 0);
        var kind = Path.GetExtension(name) switch
        {
            ".mp4" or ".mov" => AssetKind.Video,
            ".mp3" or ".wav" or ".m4a" => AssetKind.Audio,
            _ => AssetKind.Image,
        };
        return kind == AssetKind.Audio
            ? new Asset($"m{index}", name, kind, 0, 0, TimeSpan.FromSeconds(seconds), true)
            : new Asset($"m{index}", name, kind, 1600, 1200, TimeSpan.FromSeconds(seconds), kind == AssetKind.Video);
    }
}
