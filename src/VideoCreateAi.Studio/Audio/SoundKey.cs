using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Studio.Audio;

/// <summary>A name for sound, made of all that it depends on.</summary>
internal static class SoundKey
{
    private const int Digits = 32;

    public static string Of(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..Digits];
}
