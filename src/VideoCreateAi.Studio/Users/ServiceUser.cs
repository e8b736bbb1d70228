namespace VideoCreateAi.Studio.Users;

/// <summary>A user of a service, as whoever runs it sees them.</summary>
/// <param name="Keys">That are still good.</param>
/// <param name="MostRenders">Exports at once; null = the usual number.</param>
/// <param name="Credits">What is left; null = exports cost nothing.</param>
public sealed record ServiceUser(string Name, int Keys, int? MostRenders, int? Credits);
