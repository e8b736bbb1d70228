namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>One thing that a message asks for. Applied in the order of <see cref="Stage"/>, then of the message.</summary>
internal abstract record EditOperation
{
    public virtual EditStage Stage => EditStage.Decoration;

    /// <summary>Media that this operation puts somewhere else than on the main track.</summary>
    public virtual IEnumerable<string> MediaElsewhere => [];

    public abstract void Apply(EditDesk desk);
}
