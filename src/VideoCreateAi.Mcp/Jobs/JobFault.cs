using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A stable code and a message fit for the user, out of an exception of ours.</summary>
internal sealed record JobFault(string Code, string Message)
{
    public const string LedgerUnwritable = "ledger_unwritable";

    private const string Because = "because the data directory is full, read-only or held by another program";
    private const string Mend = "Free space there or choose another with --data, then call";

    /// <summary>Null for a bug: that has no message for anybody.</summary>
    public static JobFault? Of(Exception exception) => exception switch
    {
        BackendException backend => new JobFault(backend.Reason ?? backend.Fault.Code(), backend.Message),
        FileRefusedException file => new JobFault(file.Code, file.Message),
        ToolRefusedException refused => new JobFault(refused.Code, refused.Message),
        LedgerUnwritableException unwritable => new JobFault(LedgerUnwritable, unwritable.Message),
        _ => null,
    };

    /// <summary>The same, in the words that are true for as far as a job has come.</summary>
    public static JobFault? Of(Exception exception, Job job) => Of(exception) switch
    {
        { Code: LedgerUnwritable } fault => fault with { Message = UnwritableWords(job) ?? fault.Message },
        var fault => fault,
    };

    private static string? UnwritableWords(Job job) => job switch
    {
        { Stage: JobStage.Exporting, ChangesTimeline: true } =>
            $"The edit was made and stays. How its export goes could not be written down, {Because}, so that was stopped; nothing is charged for it. {Mend} export_video.",
        { Stage: JobStage.Exporting } =>
            $"How the export goes could not be written down, {Because}, so it was stopped; nothing is charged for it. {Mend} export_video again.",
        { MakesVideos: true, Item: > 0 } =>
            $"The next video could not be written down, {Because}, so it was not begun. Those before it are as listed. {Mend} again for the rest.",
        { Uploaded.Count: > 0 } =>
            $"What was uploaded stays in the project. What was to follow could not be written down, {Because}, so it was not begun: nothing was edited and nothing was charged. {Mend} again.",
        _ => null,
    };
}
