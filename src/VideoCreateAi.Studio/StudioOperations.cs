using VideoCreateAi.Studio.Director.Structured;

namespace VideoCreateAi.Studio;

/// <summary>What the studio takes beside words.</summary>
public static class StudioOperations
{
    /// <summary>The JSON Schema of a list of exact edits.</summary>
    public static string Schema => OperationSchema.Text;
}
