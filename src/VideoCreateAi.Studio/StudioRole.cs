namespace VideoCreateAi.Studio;

/// <summary>What a node of a farm does.</summary>
public enum StudioRole
{
    /// <summary>Answers and renders.</summary>
    All,

    /// <summary>Answers, and looks at what workers hand in. Has nothing of its own: any such node serves any project.</summary>
    Api,

    /// <summary>Renders. Reads the tables of renders and nothing else.</summary>
    Worker,
}
