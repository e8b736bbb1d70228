using System.Globalization;
using System.Text.Json.Nodes;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A call that changes what there is of a project on this machine: each time of another one, or in another way.</summary>
/// <param name="BeginAsync">Makes what the call with this number is about, undisturbed.</param>
internal sealed record ProjectChange(string Tool, Func<FreeStage, int, Task<BegunChange>> BeginAsync)
{
    public static ProjectChange Creating { get; } = new("open_project", (stage, number) => Task.FromResult(new BegunChange(
        new JsonObject { ["new"] = true, ["name"] = Name(number) },
        async reply =>
        {
            // Whoever lost the answer looks for the name before they begin another one.
            var found = stage.ProjectsNamed(Name(number));
            Assert.True(found.Count == (IsGood(reply) ? 1 : 0) || (found.Count == 1 && reply is null), $"{found.Count} projects {reply?.Text}");
            if (found.Count == 0)
            {
                AssertGood(await stage.Program.CallAsync("open_project", new JsonObject { ["new"] = true, ["name"] = Name(number) }));
            }

            Assert.Single(stage.ProjectsNamed(Name(number)));
        })));

    public static ProjectChange Renaming { get; } = new("open_project", async (stage, number) =>
    {
        var before = stage.Projects();
        var ask = new JsonObject { ["project_id"] = await stage.ProjectAsync(), ["rename"] = Name(number) };
        return new BegunChange(ask, async reply =>
        {
            Assert.True(!IsGood(reply) || stage.ProjectsNamed(Name(number)).Count == 1, reply?.Text);
            AssertGood(await stage.Program.CallAsync("open_project", ask));
            Assert.Equal([ask["project_id"]!.ToString()], stage.ProjectsNamed(Name(number)));
            Assert.Equal(before.Order(StringComparer.Ordinal), stage.Projects().Order(StringComparer.Ordinal));
        });
    });

    public static ProjectChange Deleting { get; } = new("open_project", async (stage, number) =>
    {
        var made = await stage.Program.CallAsync("create_video", new JsonObject
        {
            ["project_id"] = "new", ["text"] = "make a 1 second video of this picture without music", ["files"] = new JsonArray(await stage.PictureAsync(number)), ["wait_seconds"] = 100,
        });
        Assert.True(made.Status == "done", made.Text);
        var id = made.ProjectId!;
        var steps = stage.StepsOf(id).Count;
        var before = stage.Projects();
        return new BegunChange(await CodeAsync(), async reply =>
        {
            var isThere = stage.Projects().Contains(id);
            Assert.True(!isThere || (!IsGood(reply) && stage.StepsOf(id).Count == steps), reply?.Text);
            if (isThere)
            {
                AssertGood(await stage.Program.CallAsync("open_project", await CodeAsync()));
            }

            Assert.Empty(stage.StepsOf(id));
            Assert.Equal(before.Except([id]).Order(StringComparer.Ordinal), stage.Projects().Order(StringComparer.Ordinal));
        });

        async Task<JsonObject> CodeAsync()
        {
            var asked = await stage.Program.CallAsync("open_project", new JsonObject { ["project_id"] = id, ["delete"] = true });
            return new JsonObject { ["project_id"] = id, ["delete"] = true, ["delete_code"] = asked.Word("delete_code") ?? throw new InvalidOperationException(asked.Text) };
        }
    });

    public static ProjectChange Restoring { get; } = new("restore_version", async (stage, number) =>
    {
        var id = await stage.ProjectAsync();
        var steps = stage.StepsOf(id);
        var versions = stage.VersionsOf(id);
        var ask = new JsonObject { ["project_id"] = id, ["step"] = steps[^1].EndsWith(" 1", StringComparison.Ordinal) ? 2 : 1 };
        return new BegunChange(ask, async reply =>
        {
            Assert.True(!IsGood(reply) || reply!.Status == "restored", reply?.Text);

            // Asked again it is there already, or goes there now.
            AssertGood(await stage.Program.CallAsync("restore_version", ask));
            Assert.Equal([.. steps, string.Create(CultureInfo.InvariantCulture, $"Restored {ask["step"]}")], stage.StepsOf(id));
            Assert.Equal(versions + 1, stage.VersionsOf(id));
        });
    });

    public static ProjectChange Editing { get; } = new("edit_video", async (stage, number) =>
    {
        var id = await stage.ProjectAsync();
        var ask = new JsonObject
        {
            ["project_id"] = id, ["message"] = $"add a title that says \"{Mark(number)}\"", ["idempotency_key"] = Name(number), ["wait_seconds"] = 100,
        };
        return new BegunChange(ask, reply => EndAsync(stage, "edit_video", ask, reply, Mark(number), isExported: false));
    });

    /// <summary>A picture, an edit and its export: all that the studio does for a video.</summary>
    public static ProjectChange Making { get; } = new("create_video", async (stage, number) =>
    {
        var ask = new JsonObject
        {
            ["project_id"] = "new",
            ["text"] = $"make a 1 second video of this picture without music for customer {Mark(number)} and export it in 480p",
            ["files"] = new JsonArray(await stage.PictureAsync(number)),
            ["idempotency_key"] = Name(number),
            // While its disk takes nothing a render cannot be told as ended: it is looked at again when the disk is well.
            ["wait_seconds"] = 12,
        };
        return new BegunChange(ask, reply => EndAsync(stage, "create_video", ask, reply, Mark(number), isExported: true));
    });

    public static ProjectChange Named(string name) => name switch
    {
        "creating" => Creating,
        "renaming" => Renaming,
        "deleting" => Deleting,
        "restoring" => Restoring,
        "editing" => Editing,
        "making" => Making,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>Whether a call was answered, and not with a refusal.</summary>
    public static bool IsGood(ToolReply? reply) => reply is { Code: null };

    /// <summary>A job is never made twice, and is what was said of it.</summary>
    private static async Task EndAsync(FreeStage stage, string tool, JsonObject ask, ToolReply? reply, string mark, bool isExported)
    {
        reply ??= await stage.Program.CallAsync(tool, ask);
        reply = await stage.FinishAsync(reply);
        var versions = stage.Rows($"SELECT message FROM versions WHERE message LIKE '%{mark}%'").Count;
        var steps = stage.Rows($"SELECT message FROM steps WHERE message LIKE '%{mark}%'", FreeStage.Ledger).Count;
        Assert.True(versions <= 1 && steps <= versions, $"{versions} edits, {steps} steps of {reply.Text}");
        switch (reply.Status ?? reply.Code)
        {
            case "done":
                Assert.True(versions == 1 && steps == 1, $"{versions} edits, {steps} steps of {reply.Text}");
                Assert.True(File.Exists(reply.Path) == isExported, reply.Text);
                break;

            case "unknown":
                break;

            case "failed" when versions == 1:
                // The edit, and not its export.
                Assert.True(isExported && steps == 1 && reply.Text.Contains("The edit was made and stays", StringComparison.Ordinal), reply.Text);
                break;

            default:
                Assert.True((reply.Word("error_code") ?? reply.Code) is { } code && code != "internal_error" && versions == 0, $"{versions} edits of {reply.Text}");
                break;
        }
    }

    private static void AssertGood(ToolReply reply) => Assert.True(IsGood(reply), reply.Text);

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"project {number}");

    /// <summary>Words of the call with this number and of no other.</summary>
    private static string Mark(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number}x");
}
