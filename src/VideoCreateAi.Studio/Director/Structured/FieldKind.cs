namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>What a field of an exact edit holds.</summary>
internal enum FieldKind
{
    Shots,
    Media,
    Place,
    Order,
    Text,
    Lines,
    Choice,
    Number,
    Whole,
    Seconds,
    Color,
}
