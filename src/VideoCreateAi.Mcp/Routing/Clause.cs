namespace VideoCreateAi.Mcp.Routing;

/// <summary>One step of a message: what its words tell together, and where it stands in the order of execution.</summary>
internal struct Clause
{
    public Cue Cues;

    /// <summary>Where it stands in the message.</summary>
    public int Start;

    public int End;

    /// <summary>Letters that no lexicon knows.</summary>
    public int Unknown;

    public int Tokens;

    /// <summary>To be done after the step that follows in the text: "before you export, …".</summary>
    public bool Deferred;

    /// <summary>To be done before the step in front of it: "… once you have mended the title".</summary>
    public bool Advanced;

    public bool Negated;

    /// <summary>Begins with if, once, before.</summary>
    public bool Opened;

    public int FirstMention;

    public int Mentions;
}
