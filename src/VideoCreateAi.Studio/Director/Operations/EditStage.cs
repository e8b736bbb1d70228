namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Decorations hang on times that are known once the shots are in place, so shots come first, whatever the message began with.</summary>
internal enum EditStage
{
    Canvas,
    Shots,
    Total,
    Transitions,
    Decoration,
}
