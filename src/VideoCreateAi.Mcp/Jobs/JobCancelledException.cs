namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Somebody stopped what the job was at. The message says what is left as it was.</summary>
internal sealed class JobCancelledException(string message) : Exception(message)
{
    /// <summary>What stays of a job that was stopped where it stood.</summary>
    public static string WordsFor(Job job) => job switch
    {
        { Stage: JobStage.Exporting, Plan.Message: null } => "The export was stopped; no file was made. The timeline is unchanged.",
        { Stage: JobStage.Exporting } or { Stage: JobStage.Ended } => "The export was stopped; no file was made. The edit before it was made and stays.",
        { Uploaded.Count: > 0 } => "The job was stopped during its uploads. The files that had arrived stay in the project; nothing was edited and nothing was charged.",
        _ => "The job was stopped before anything was changed or charged.",
    };
}
