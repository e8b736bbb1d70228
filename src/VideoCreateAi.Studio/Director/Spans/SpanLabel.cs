namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>What a word of a message belongs to.</summary>
internal enum SpanLabel
{
    /// <summary>A wish.</summary>
    Wish,

    /// <summary>The first word of a text to show or to speak.</summary>
    ContentBegin,

    /// <summary>A further word of it.</summary>
    ContentInside,

    /// <summary>A reason, a feeling, a story: asks for nothing.</summary>
    Remark,
}
