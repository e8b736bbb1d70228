using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio;

/// <summary>The studio's second process: it draws letters with native libraries, so that a crash of theirs is not the studio's.</summary>
public static class StudioLettering
{
    /// <summary>The argument by which the program knows that it is this process.</summary>
    public const string Verb = "lettering";

    /// <summary>Runs until <paramref name="requests"/> ends.</summary>
    /// <param name="crashOn">For tests: a text that holds this makes it crash.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Stream requests, Stream replies, string? crashOn = null) =>
        await LetteringLoop.RunAsync(requests, replies, crashOn) ? 0 : 1;
}
