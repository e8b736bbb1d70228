namespace VideoCreateAi.Studio.Director;

/// <summary>The tempi that music of a mood may have, in beats per minute.</summary>
internal readonly record struct TempoBand(double Slowest, double Fastest);
