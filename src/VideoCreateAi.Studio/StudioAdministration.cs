using Microsoft.Extensions.DependencyInjection;
using Quartz;
using VideoCreateAi.Studio.Store;
using VideoCreateAi.Studio.Users;

namespace VideoCreateAi.Studio;

/// <summary>What whoever runs a farm does to its database, from a shell. Every call throws <see cref="InvalidDataException"/> with words
/// for them when the database cannot be used.</summary>
public static class StudioAdministration
{
    /// <summary>Makes the tables, or brings them up to this version.</summary>
    /// <param name="workerRole">A role of the database that is to reach the tables of renders and nothing else; null = none.</param>
    public static async Task MigrateAsync(StudioOptions options, string? workerRole, CancellationToken cancellationToken)
    {
        var database = DatabaseOf(options);
        await UsableAsync(() => database.PrepareAsync(cancellationToken));

        // The engine makes its own tables when it is first asked for.
        var services = new ServiceCollection();
        services.AddLogging();
        StudioHost.AddQueue(services, options with { Role = StudioRole.Api }, database);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        if (workerRole is not null)
        {
            await UsableAsync(() => ((PostgresStudioDatabase)database).GrantWorkerAsync(workerRole, cancellationToken));
        }
    }

    /// <summary>Makes a user, or gives one that is there another key and these limits.</summary>
    /// <param name="scopes"><c>read,edit,export</c> or some of these; null = all.</param>
    /// <param name="life">How long the key is good.</param>
    /// <param name="mostRenders">Exports at once, 1 or more; null = 20.</param>
    /// <param name="credits">Added to what the user has: an export takes one for each minute that it begins. Null = exports cost nothing.</param>
    /// <returns>The key, which is stored nowhere and cannot be shown again.</returns>
    /// <exception cref="ArgumentException">A word of the scopes is none.</exception>
    public static async Task<string> AddUserAsync(
        StudioOptions options, string name, string? scopes, TimeSpan life, int? mostRenders, int? credits, CancellationToken cancellationToken)
    {
        var users = new UserStore(DatabaseOf(options), TimeProvider.System);
        var granted = scopes is null ? TokenScopes.All : TokenScopesText.Parse(scopes);
        return await UsableAsync(() => users.AddKeyAsync(name, granted, life, mostRenders, credits, cancellationToken));
    }

    /// <summary>Takes all keys of a user back. Projects stay.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RevokeUserAsync(StudioOptions options, string name, CancellationToken cancellationToken)
    {
        var users = new UserStore(DatabaseOf(options), TimeProvider.System);
        return await UsableAsync(() => users.RevokeKeysAsync(name, cancellationToken));
    }

    public static async Task<IReadOnlyList<ServiceUser>> UsersAsync(StudioOptions options, CancellationToken cancellationToken)
    {
        var users = new UserStore(DatabaseOf(options), TimeProvider.System);
        return await UsableAsync(() => users.NamedAsync(cancellationToken));
    }

    private static StudioDatabase DatabaseOf(StudioOptions options) =>
        options.IsFarm ? StudioHost.DatabaseOf(options) : throw new InvalidDataException("Name the database: --db or VIDEOCREATEAI_DB.");

    private static Task<bool> UsableAsync(Func<Task> ask) => UsableAsync(async () =>
    {
        await ask();
        return true;
    });

    private static async Task<T> UsableAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (System.Data.Common.DbException fault)
        {
            throw new InvalidDataException($"The database refused: {fault.Message}", fault);
        }
    }
}
