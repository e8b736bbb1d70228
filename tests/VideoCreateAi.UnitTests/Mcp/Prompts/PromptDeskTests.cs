using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.Mcp.Prompts;

namespace VideoCreateAi.UnitTests.Mcp.Prompts;

public sealed class PromptDeskTests
{
    private static readonly Dictionary<string, string> s_all = new()
    {
        ["files"] = "a.jpg", ["images"] = "a.jpg", ["wish"] = "a promo", ["script"] = "Hello.", ["seconds"] = "12.5", ["music"] = "calm piano", ["captions"] = "Hello.",
        ["videos"] = "a.jpg: calm", ["common"] = "vertical", ["goal"] = "livelier", ["project_id"] = "prj_1", ["aspect"] = "1:1", ["preset"] = "TikTok",
    };

    public static IEnumerable<object[]> Filled => VideoPrompts.All.SelectMany(prompt => new object[][] { [prompt.Name, true], [prompt.Name, false] });

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_prompt_names_only_tools_and_arguments_that_exist(string prompt, bool isFull)
    {
        var tools = VideoTools.For(BackendDescription.Studio).Select(tool => tool.ProtocolTool).ToList();
        var arguments = tools.SelectMany(tool => tool.InputSchema.GetProperty("properties").EnumerateObject().Select(argument => argument.Name));
        var known = tools.Select(tool => tool.Name).Concat(arguments).Append("job_id").Append("prj_1").ToHashSet();

        var named = Regex.Matches(Write(prompt, isFull), @"\b[a-z]+_[a-z0-9]+\b").Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(known));
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_prompt_says_everything_that_was_filled_in(string prompt, bool isFull)
    {
        var text = Write(prompt, isFull);

        Assert.All(ArgumentsOf(prompt, isFull), pair => Assert.Contains(pair.Value, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick_edit")]
    [InlineData("promo_from_images")]
    [InlineData("captioned_short")]
    public void A_platform_is_said_when_the_video_is_made_and_when_it_is_saved(string prompt)
    {
        var text = Write(prompt, isFull: true);

        Assert.Contains("for tiktok", text, StringComparison.Ordinal);
        Assert.Contains("export_video for the platform tiktok", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick_edit")]
    [InlineData("promo_from_images")]
    [InlineData("captioned_short")]
    [InlineData("iterative_refinement")]
    public void It_is_looked_at_before_it_is_saved(string prompt)
    {
        var text = Write(prompt, isFull: false);

        Assert.InRange(text.IndexOf("preview_video", StringComparison.Ordinal), 0, text.LastIndexOf("export_video", StringComparison.Ordinal));
        Assert.Contains("call check_job with its job_id", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_user_lose_what_hides_and_keep_their_lines()
    {
        var text = new PromptDesk(isReadOnly: false).Write("quick_edit", new Dictionary<string, string> { ["files"] = "a.jpg\nb.jpg", ["wish"] = "calm\u001B[2J \u202Eslow" });

        Assert.Contains("a.jpg\nb.jpg", TextOf(text), StringComparison.Ordinal);
        Assert.Contains("What it should be: calm slow", TextOf(text), StringComparison.Ordinal);
    }

    [Fact]
    public void More_words_than_a_message_may_have_are_refused()
    {
        var refused = Assert.Throws<McpProtocolException>(() => new PromptDesk(isReadOnly: false).Write(
            "quick_edit", new Dictionary<string, string> { ["files"] = "a.jpg", ["wish"] = new string('a', 40_000) }));

        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
        Assert.Contains("40005 characters", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", "30-second")]
    [InlineData("12.5 s", "12.5-second")]
    [InlineData("", "30-second")]
    public void A_length_is_a_number_of_seconds(string seconds, string words) => Assert.Contains(
        words,
        TextOf(new PromptDesk(isReadOnly: false).Write("promo_from_images", new Dictionary<string, string> { ["images"] = "a.jpg", ["seconds"] = seconds })),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("601")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    public void Another_length_is_refused(string seconds) => Assert.Throws<McpProtocolException>(
        () => new PromptDesk(isReadOnly: false).Write("promo_from_images", new Dictionary<string, string> { ["images"] = "a.jpg", ["seconds"] = seconds }));

    private static string Write(string prompt, bool isFull) => TextOf(new PromptDesk(isReadOnly: false).Write(prompt, ArgumentsOf(prompt, isFull)));

    private static Dictionary<string, string> ArgumentsOf(string prompt, bool isFull) => VideoPrompts.All
        .Single(known => known.Name == prompt).Arguments
        .Where(argument => isFull || argument.Required is true)
        .ToDictionary(argument => argument.Name, argument => s_all[argument.Name]);

    private static string TextOf(GetPromptResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Messages).Content).Text;
}
