using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Mcp.Features;

/// <summary>What a client hands back with the user's answer: signed by this process, good once, for ten minutes and for the
/// request that it was made for.</summary>
internal sealed class RequestStates(TimeProvider clock)
{
    // Makes the whole divisible by three: then every letter of its text counts.
    private const int NonceLength = 18;
    private const int ContentLength = NonceLength + sizeof(long) + SHA256.HashSizeInBytes;

    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(10);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _used = [];

    public string Issue(string request)
    {
        var state = new byte[ContentLength + SHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(state.AsSpan(0, NonceLength));
        BinaryPrimitives.WriteInt64BigEndian(state.AsSpan(NonceLength), (clock.GetUtcNow() + s_life).ToUnixTimeSeconds());
        SHA256.HashData(Encoding.UTF8.GetBytes(request), state.AsSpan(NonceLength + sizeof(long)));
        HMACSHA256.HashData(_key, state.AsSpan(0, ContentLength), state.AsSpan(ContentLength));
        return Base64Url.EncodeToString(state);
    }

    /// <summary>Whether this is ours, for this request, in time, and comes for the first time.</summary>
    public bool TryRedeem(string? text, string request)
    {
        Span<byte> state = stackalloc byte[ContentLength + SHA256.HashSizeInBytes];
        if (text is null || text.Length > 2 * state.Length || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, state, out var length) || length != state.Length)
        {
            return false;
        }

        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, state[..ContentLength], signature);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(request), digest);
        var expires = BinaryPrimitives.ReadInt64BigEndian(state[NonceLength..]);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return CryptographicOperations.FixedTimeEquals(signature, state[ContentLength..])
            && CryptographicOperations.FixedTimeEquals(digest, state[(NonceLength + sizeof(long))..ContentLength])
            && expires >= now
            && IsFirst(Convert.ToHexString(state[..NonceLength]), expires, now);
    }

    private bool IsFirst(string nonce, long expires, long now)
    {
        lock (_lock)
        {
            foreach (var old in _used.Where(used => used.Value < now).Select(used => used.Key).ToList())
            {
                _used.Remove(old);
            }

            return _used.TryAdd(nonce, expires);
        }
    }
}
