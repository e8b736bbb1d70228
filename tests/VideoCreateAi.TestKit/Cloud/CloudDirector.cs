using System.Text.Json;

namespace VideoCreateAi.TestKit.Cloud;

/// <summary>The conversation that a scripted cloud holds: the first row whose words are in the message.</summary>
public static class CloudDirector
{
    public const int GenerationCost = 100;
    public const int EditCost = 50;
    public const string Title = "Paradise Found";
    public const string ClipName = "scene_dusk.mp4";

    private static readonly (string Words, Func<CloudProject, CloudTurn> Answer)[] s_rows =
    [
        ("?", _ => Question()),
        ("title", _ => SilentTitle()),
        ("brighter", _ => BrighterByHand()),
        ("slider", _ => OnlyByHand()),
        ("save", _ => ExportByHand()),
        ("music", _ => QuieterMusic()),
        ("afford", _ => Told(0, "That needs a new clip. Open the Credits page in the account menu to see how many credits are left.", change: null)),
    ];

    public static CloudTurn Answer(CloudProject project, string message) => project.Draft is null && !message.EndsWith('?')
        ? Generate(project)
        : s_rows.FirstOrDefault(row => message.Contains(row.Words, StringComparison.OrdinalIgnoreCase), ("", _ => Nothing())).Answer(project);

    /// <summary>Two stages: the clip, then tracks that nobody asked for. Typed events, with all that may stand between them.</summary>
    public static CloudTurn Generate(CloudProject project)
    {
        var length = project.Film.Milliseconds;
        return new CloudTurn(
            GenerationCost,
            new CloudStep(": ping\n\n"),
            CloudStep.Event("""{"type":"heartbeat","ts":"1795334919"}"""),
            CloudStep.Event("heartbeat"),
            CloudStep.Event("""{"type":"text","content":"On it: "}"""),
            CloudStep.Event("""{"type":"text","content":"generating the clip…"}"""),
            CloudStep.Event("""{"type":"tool_call","name":"generate_video","args":{"prompt":"dusk","seconds":"4"}}"""),
            new CloudStep(": ping\n\ndata:\n\n"),
            CloudStep.Event(
                """{"type":"tool_result","name":"generate_video","result":{"status":"ok"}}""",
                with => with.Generated.Add(new CloudFile(ClipName, "video", 4096, new string('a', 64)))),
            CloudStep.Event("""{"type":"stage_changed","content":{"to":"arrangement"}}"""),
            CloudStep.Event("""{"type":"text","content":"""),
            new CloudStep("event: message\nid: 7\nretry: 3000\ndata: {\"type\":\"tool_call\",\ndata: \"name\":\"arrange\"}\n\n"),
            CloudStep.Event(
                """{"type":"tool_result","name":"arrange","result":{}}""",
                with => with.Draft = CloudDraft.Of(length, [.. with.Uploads.Select(file => file.Name), ClipName])
                    .With(CloudDraft.Music("Slow Tide", length))
                    .With(CloudDraft.Title("Dusk", length / 2))
                    .With(CloudDraft.Effect("Film grain", length))),

            // Servers that close after the last event often leave its blank line out.
            new CloudStep("""data: {"type":"text","content":"✅ Your clip is ready, with calm music and a title. Click the Export button in the top right corner to save your video."}"""));
    }

    /// <summary>The title appears and not a word is said: only thoughts, a call and its result.</summary>
    public static CloudTurn SilentTitle() => new(
        EditCost,
        CloudStep.Event(Agent("""{"text":"The user wants a title.","thought":true}""", partial: true)),
        new CloudStep(": ping\n\n"),
        CloudStep.Event(Agent("""{"function_call":{"name":"edit_multitrack","args":{"op":"add_title"},"id":"fc_1"}}""")),
        CloudStep.Event(
            """{"author":"nemo_agent","invocation_id":"e-1","content":{"role":"user","parts":[{"function_response":{"id":"fc_1","name":"edit_multitrack","response":{"status":"ok"}}}]},"actions":{"state_delta":{}}}""",
            with => with.Draft = with.Draft?.With(CloudDraft.Title(Title, 3000))),
        CloudStep.Event(Agent("")));

    /// <summary>It did it, and says how to go on in an interface that nobody here sees.</summary>
    public static CloudTurn BrighterByHand() => Told(
        EditCost,
        "I made the whole video 10% brighter. You can fine-tune it by dragging the Brightness slider in the Effects panel on the right, then click the Export button in the top right corner to save it.",
        with => with.Draft = with.Draft?.Replaced("\"brightness_hint\":null", "\"brightness_hint\":null,\"adjust\":{\"brightness\":0.1}"));

    /// <summary>It did nothing and asks the user to do it by hand.</summary>
    public static CloudTurn OnlyByHand() => Told(0, "Drag the Music volume slider in the timeline panel down to 30%.", change: null);

    public static CloudTurn ExportByHand() => Told(0, "Your video is ready. Click the Export button in the top right corner to save it.", change: null);

    public static CloudTurn QuieterMusic() => Told(
        EditCost, "The music is at 35% now.", with => with.Draft = with.Draft?.Replaced("\"volume\":0.50", "\"volume\":\"0.35\""));

    public static CloudTurn Question() => Told(0, "Your video runs 4 seconds: a city at dusk.", change: null);

    public static CloudTurn Nothing() => new(0, CloudStep.Event(Agent("")));

    /// <summary>An agent's answer in snake_case: in pieces first, then once more as a whole.</summary>
    public static CloudTurn Told(int cost, string text, Action<CloudProject>? change)
    {
        var half = text.Length / 2;
        return new CloudTurn(
            cost,
            new CloudStep("data: heartbeat\n\n"),
            CloudStep.Event(Agent(Part(text[..half]), partial: true), change),
            CloudStep.Event("""{"type":"heartbeat"}"""),
            CloudStep.Event(Agent(Part(text[half..]), partial: true)),
            new CloudStep("data: " + Agent(Part(text))));
    }

    private static string Part(string text) => $$"""{"text":"{{JsonEncodedText.Encode(text)}}"}""";

    private static string Agent(string part, bool partial = false) =>
        $$$"""{"author":"nemo_agent","invocation_id":"e-1","long_running_tool_ids":[],"timestamp":"1795334919.8","content":{"role":"model","parts":[{{{part}}}]},"actions":{"state_delta":{},"artifact_delta":{}}{{{(partial ? ",\"partial\":true" : "")}}}}""";
}
