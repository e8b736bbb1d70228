namespace VideoCreateAi.Studio.Director;

/// <summary>Reads a person's words and edits the timeline. Pure: no clock, no files, no randomness that the input does not give.</summary>
internal interface IDirector
{
    TurnResult Direct(TurnInput input);
}
