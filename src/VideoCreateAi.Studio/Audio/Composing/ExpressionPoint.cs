namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>How loud a part plays (0 to 1) at a beat; straight lines between the points.</summary>
internal readonly record struct ExpressionPoint(double Beat, double Value);
