namespace VideoCreateAi.Training.Routes;

/// <param name="Message">What to learn; its source is the family.</param>
/// <param name="Rules">What the rules alone make of it.</param>
internal sealed record RouteExample(Example Message, string Rules);
