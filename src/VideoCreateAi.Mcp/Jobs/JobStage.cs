namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The step that a job is at. Written down before the step's side effect.</summary>
internal enum JobStage
{
    Uploading,
    Editing,
    Exporting,
    Ended,
}
