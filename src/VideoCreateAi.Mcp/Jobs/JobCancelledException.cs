namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Somebody stopped what the job was at. The message says what is left as it was.</summary>
internal sealed class JobCancelledException(string message) : Exception(message)
{
    /// <summary>What stays of a job that was stopped where it stood.</summary>
    public static string WordsFor(Job job)
    {
        var saved = job.Items.Where(item => item.Export is not null).Select(item => Path.GetFileName(item.Export!.Path)).ToList();
        return saved.Count == 0 ? StepWords(job)
            : $"{(job.MakesVideos ? "The job was stopped" : "The export was stopped and the timeline is unchanged")}. Saved before that and kept: {string.Join(", ", saved)}.";
    }

    private static string StepWords(Job job) => job switch
    {
        { Stage: JobStage.Exporting, Plan.Message: null } => "The export was stopped; no file was made. The timeline is unchanged.",
        { Stage: JobStage.Exporting } or { Stage: JobStage.Ended } => "The export was stopped; no file was made. The edit before it was made and stays.",
        { Uploaded.Count: > 0 } => "The job was stopped during its uploads. The files that had arrived stay in the project; nothing was edited and nothing was charged.",
        _ => "The job was stopped before anything was changed or charged.",
    };
}
