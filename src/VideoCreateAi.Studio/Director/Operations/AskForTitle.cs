namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>A title was wished for and no words given: the reply asks for them, the rest is done.</summary>
internal sealed record AskForTitle : EditOperation
{
    public override void Apply(EditDesk desk) =>
        desk.CannotDo("What should the title say? Put it in quotes, such as title \"Summer\".");
}
