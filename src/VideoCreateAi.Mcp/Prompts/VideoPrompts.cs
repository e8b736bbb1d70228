using System.Globalization;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Prompts;

/// <summary>The prompts, in the order in which a client lists them. They say which tools to call in which order; what the tools take is in
/// their own descriptions.</summary>
internal static class VideoPrompts
{
    private const double PromoSeconds = 30;

    private const string Waiting = "If a call answers with status \"running\", call check_job with its job_id until it ends; never send the same request again instead.";

    private const string Looking =
        "Look at the result with preview_video. If something is plainly wrong (a shot missing, words cut off, the wrong order), mend it with one edit_video that names it, and look again.";

    private const string Telling = "At the end tell me in two or three lines where the file is, how long it is, its size in pixels, and what export_video found worth knowing.";

    private static readonly PromptArgument s_preset = new()
    {
        Name = "preset", Title = "Platform", Description = $"Where it is to be posted: {string.Join(", ", ExportFormats.Presets)}. Default: the video's own shape.",
    };

    private static readonly PromptArgument s_project = new()
    {
        Name = "project_id", Title = "Project", Description = "The project to work on. Default: the one used last in this conversation.",
    };

    public static IReadOnlyList<VideoPrompt> All { get; } =
    [
        new VideoPrompt(
            "quick_edit", "Quick edit", "From files and a wish to a finished video in one go.",
            [
                Required("files", "Files", "Paths of the images, clips and sound, in order, one on a line or divided by commas."),
                Required("wish", "Wish", "What the video should be, such as: a 30-second promo with background music."),
                s_preset,
            ],
            QuickEdit),
        new VideoPrompt(
            "promo_from_images", "Promo from images", "A short promo from pictures and, if there is one, a script.",
            [
                Required("images", "Images", "Paths of the pictures, in order, one on a line or divided by commas."),
                Optional("script", "Script", "The words of the promo, or the path of a .txt, .md or .srt file that holds them."),
                Optional("seconds", "Length", "Length of the promo in seconds. Default: 30."),
                Optional("music", "Music", "Mood of the music, or the path of a sound file. Default: something that fits."),
                s_preset,
            ],
            Promo),
        new VideoPrompt(
            "captioned_short", "Captioned short", "A vertical short with captions from a clip or pictures.",
            [
                Required("files", "Files", "Paths of the clip or the pictures, in order, one on a line or divided by commas."),
                Optional("captions", "Captions", "The words to show, or the path of an .srt or .txt file that holds them."),
                s_preset,
            ],
            Short),
        new VideoPrompt(
            "batch", "Batch", "Several separate videos at once, each from its own files by its own words.",
            [
                Required("videos", "Videos", "One video on a line: its files, a colon, and what it should be. Such as: a.jpg, b.jpg: a calm 10-second slideshow."),
                Optional("common", "For all of them", "What is to hold for every video, such as: vertical, with a title and soft music."),
            ],
            Batch),
        new VideoPrompt(
            "iterative_refinement", "Refine step by step", "Goes on with a video in small steps: look, change one thing, look again, until it is right.",
            [
                Optional("goal", "Goal", "What should become better. Left out: the first look shows what could."),
                s_project,
                Optional("aspect", "Shape", $"The shape of the file at the end: {string.Join(", ", ExportOutput.Aspects)}. Default: the video's own."),
            ],
            Refine),
        new VideoPrompt(
            "review_video", "Review the video", "Looks at a video and says what is good and what could be better. Changes nothing.",
            [s_project],
            Review) { OnlyReads = true },
    ];

    private static string QuickEdit(PromptValues values)
    {
        var preset = values.Preset("preset");
        return $"""
            Make a video of these files:
            {values["files"]}

            What it should be: {values["wish"]}

            1. Call create_video with project_id "new", the paths above as files in their order, and my wish as text, word for word{(preset is null ? "" : $", followed by \"for {preset}\"")}. {Waiting}
            2. {Looking}
            3. Call export_video{Shape(preset)}.
            {Telling}
            """;
    }

    private static string Promo(PromptValues values)
    {
        var seconds = values.Seconds("seconds", PromoSeconds).ToString("0.##", CultureInfo.InvariantCulture);
        var preset = values.Preset("preset");
        var music = values.Find("music");
        var script = values.Find("script") is { } words ? $"The script, or the file that holds it:\n{words}\n\n" : "";
        return $"""
            Make a {seconds}-second promo of these pictures:
            {values["images"]}

            {script}Music: {music ?? "choose what fits"}.

            1. Call create_video with project_id "new", the paths above as files in their order, and a text like this, whose first line names the music in a few words:
               a {seconds}-second promo{(preset is null ? "" : $" for {preset}")} with crossfades, gentle motion and calm music
            {ScriptLines(script.Length > 0)}
               A script or sound that is a file on the disk goes among the files instead. {Waiting}
            2. {Looking} Make sure with get_timeline that it lasts {seconds} s and has music.
            3. Call export_video{Shape(preset)}.
            {Telling}
            """;
    }

    private static string ScriptLines(bool hasScript) => hasScript
        ? """
               captions:
               (each sentence of the script on a line of its own, in order and word for word)
            """
        : """
               title "(a short one that fits the pictures)"
            """;

    private static string Short(PromptValues values)
    {
        var preset = values.Preset("preset") ?? "shorts";
        var captions = values.Find("captions") is { } words ? $"The captions, or the file that holds them:\n{words}\n\n" : "";
        return $"""
            Make a vertical short with captions of these files:
            {values["files"]}

            {captions}1. {(captions.Length > 0 ? "" : "Ask me for the words of the captions, since nothing here can hear what is said. ")}Call create_video with project_id "new", the paths above as files in their order, and a text like this:
               a vertical 9:16 short for {preset}
               captions:
               (each caption on a line of its own, in order and word for word)
               Captions that are a file on the disk go among the files instead, and the text ends before them. {Waiting}
            2. {Looking} Captions must be readable on a phone: large, of good contrast, not over a face, never cut off. A frame in the middle of one (preview_video with at_seconds) shows it better than the sheet.
            3. Call export_video{Shape(preset)}.
            {Telling}
            """;
    }

    private static string Batch(PromptValues values)
    {
        var common = values.Find("common") is { } words ? $"\nFor all of them: {words}\n" : "";
        return $"""
            Make these videos, one on a line, each with its files before the colon and what it should be after it:
            {values["videos"]}
            {common}
            1. Call create_video once with project_id "new" and items: for each line one item with its paths as files and its words as text{(common.Length > 0 ? ", and what holds for all of them as the text beside the items" : "")}. One call takes at most 10 videos; for more call it again after the first ones are done. Each is rendered and saved by itself.
            2. {Waiting} One that fails does not stop the others.
            3. Tell me in a short list which file each video became, and which failed and why. Make only the failed ones again, and only if what the error names can be mended.
            """;
    }

    private static string Refine(PromptValues values)
    {
        var project = values.Find("project_id");
        var open = project is null
            ? "Call get_timeline. If it says that there is no project, call list_projects, ask me which one I mean and open it with open_project."
            : $"Call open_project with project_id {project}; from then on the other tools work on it.";
        var shape = values.Aspect("aspect") is { } aspect ? $" with aspect {aspect}" : "";
        return $"""
            Let us refine a video step by step.
            {(values.Find("goal") is { } goal ? $"What should become better: {goal}" : "Find out first what could become better.")}

            1. {open} Then look at it with preview_video.
            2. Tell me in a few lines what you see and which one change you would make first. Wait for my answer.
            3. Make that one change with edit_video: say which shot, track or word, and how much ("shorten the second shot to 2 s"), rather than "better". {Waiting}
            4. Look again with preview_video, compare, and tell me what changed. If it became worse, go back with get_history and restore_version instead of editing on.
            5. Repeat from 2 until I say that it is done. Only then call export_video{shape}.
            {Telling}
            """;
    }

    private static string Review(PromptValues values)
    {
        var project = values.Find("project_id") is { } id ? $" with project_id {id}" : "";
        return $"""
            Review a video, without changing anything.

            1. Call get_timeline{project} with segments true, and preview_video{project}. If there is no project, call list_projects and ask me which one I mean.
            2. Look at single frames (preview_video with at_seconds) where words stand on a picture or where the sheet leaves a doubt.
            3. Tell me in a short list what is good, and what a careful editor would change and why: length and rhythm, order, words and whether they can be read, sound, shape. For each change give the one sentence that I could pass to edit_video.
            """;
    }

    private static string Shape(string? preset) => preset is null ? "" : $" for the platform {preset}";

    private static PromptArgument Required(string name, string title, string description) => new() { Name = name, Title = title, Description = description, Required = true };

    private static PromptArgument Optional(string name, string title, string description) => new() { Name = name, Title = title, Description = description };
}
