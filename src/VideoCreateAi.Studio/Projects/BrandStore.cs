using System.Text.Json;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Projects;

/// <summary>The brand kits of the users: one each, of no project.</summary>
internal sealed class BrandStore(StudioDatabase database)
{
    /// <summary>Null when the user saved none.</summary>
    public async Task<BrandKit?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ScalarAsync("SELECT kit FROM brands WHERE user_id=@user", cancellationToken, ("user", userId)) is string json
            ? JsonSerializer.Deserialize(json, BrandJson.Default.BrandKit)
            : null;
    }

    public async Task SaveAsync(string userId, BrandKit kit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO brands (user_id, kit) VALUES (@user, @kit) ON CONFLICT (user_id) DO UPDATE SET kit=@kit",
            cancellationToken, ("user", userId), ("kit", JsonSerializer.Serialize(kit, BrandJson.Default.BrandKit)));
    }
}
