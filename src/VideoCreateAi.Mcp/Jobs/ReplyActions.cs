using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Does what a reply would have had the user click. The reply chooses among six closed actions and nothing else:
/// no tool, path or address comes from it.</summary>
internal sealed class ReplyActions(BackendClient backend)
{
    private const string Export = "export_video saves the finished video.";
    private const string Upload = "upload_media adds files to the project.";

    /// <summary>Carries out what costs nothing at once and keeps the rest as suggestions.</summary>
    /// <returns>A message to send on, when the editor asks for an edit by hand that the user's own words already cover
    /// and that costs nothing; else null.</returns>
    public async Task<string?> FollowUpAsync(
        RunningJob running, string message, TranslatedReply translated, CancellationToken cancellationToken)
    {
        string? followUp = null;
        foreach (var action in translated.Actions)
        {
            switch (action)
            {
                case GuiAction.Export when running.Job.Plan.Export is null:
                    Suggest(running, Export);
                    break;
                case GuiAction.Upload:
                    Suggest(running, Upload);
                    break;
                case GuiAction.Credits:
                    await TellCreditsAsync(running, cancellationToken);
                    break;
                case GuiAction.SendEdit when translated.HandEdit is { } edit:
                    if (backend.Backend.IsFree && HandEdit.IsCovered(edit, message))
                    {
                        followUp = edit;
                    }
                    else
                    {
                        Suggest(running, $"edit_video with the message “{UntrustedText.Name(edit, 200)}” does what the editor asks for by hand{(backend.Backend.IsFree ? "" : " (it may cost credits)")}.");
                    }

                    break;

                // The timeline is in every answer to a message.
                case GuiAction.ShowTracks or GuiAction.QueryState:
                default:
                    break;
            }
        }

        return followUp;
    }

    private async Task TellCreditsAsync(RunningJob running, CancellationToken cancellationToken)
    {
        try
        {
            var words = CreditWords.Of(await backend.GetCreditsAsync(cancellationToken), backend.Backend.Name, backend.Backend.IsFree);
            running.Job = running.Job with { Reply = $"{running.Job.Reply}\n{words}".Trim() };
        }
        catch (BackendException)
        {
            Suggest(running, "get_credits shows the balance.");
        }
    }

    private static void Suggest(RunningJob running, string words) =>
        running.Job = running.Job with { Suggestions = [.. running.Job.Suggestions, words] };
}
