namespace VideoCreateAi.Studio.Rendering;

/// <summary>Borders of the picture, as fractions of its sides, over which an app lays its own words and buttons. Text stays out of them.</summary>
internal sealed record SafeArea(double Left, double Top, double Right, double Bottom);
