namespace VideoCreateAi.TestKit.Adk;

/// <summary>The agent behind an agent server: the first row whose word is in the message says which recording it answers
/// with. Recordings lie in the protocol tests, byte for byte as a real server sent them.</summary>
public static class AdkAgent
{
    public const string Title = "Urban Dreams";

    private const string Video = """{"tt": 0, "sg": [{"s": 0, "d": 4000, "m": {"name": "city timelapse"}}]}""";
    private const string TitleTrack = """{"tt": 7, "sg": [{"s": 0, "d": 3000, "m": {"text": "Urban Dreams"}}]}""";

    private static readonly (string Word, Func<AdkTurn> Answer)[] s_rows =
    [
        ("streamed title", () => Recorded("adk-edit-streaming") with { Change = AddTitle }),
        ("told title", () => Recorded("adk-edit") with { Change = AddTitle }),
        ("title in silence", () => Recorded("adk-silent-streaming") with { Change = AddTitle }),
        ("title", () => Recorded("adk-silent") with { Change = AddTitle }),
        ("make a video", () => Recorded("adk-plain") with { Change = _ => [Video] }),
        ("stream a video", () => Recorded("adk-plain-streaming") with { Change = _ => [Video] }),
        ("explode late", () => Recorded("adk-boom-streaming")),
        ("explode", () => Recorded("adk-boom")),
        ("spend late", () => Recorded("adk-quota-streaming")),
        ("spend", () => Recorded("adk-quota")),
        ("fail", () => new AdkTurn(Stream: null) { Change = AddTitle }),
        ("break", () => Recorded("adk-edit-streaming") with { Change = AddTitle, BreaksAfter = 900 }),
    ];

    public static AdkTurn Answer(string message) => s_rows.First(row => message.Contains(row.Word, StringComparison.Ordinal)).Answer();

    private static AdkTurn Recorded(string name) => new(RepositoryFile.Read($"tests/VideoCreateAi.ProtocolTests/Recordings/{name}.sse"));

    private static IReadOnlyList<string> AddTitle(IReadOnlyList<string> tracks) => [.. tracks, TitleTrack];
}
