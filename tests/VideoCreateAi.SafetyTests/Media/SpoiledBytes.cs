namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Spoils a file the same way for the same seed: bytes turned over, cut off, doubled or put in, mostly where headers are.</summary>
internal static class SpoiledBytes
{
    private const int Header = 512;

    private static readonly byte[] s_extremes = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    public static byte[] Of(byte[] good, int seed)
    {
        var random = new Random(unchecked((seed * 7919) + good.Length));
        List<byte> bytes = [.. good];
        for (var flips = random.Next(1, 9); flips > 0; flips--)
        {
            var at = Place(bytes.Count, random);
            bytes[at] = random.Next(3) switch
            {
                0 => (byte)(bytes[at] ^ (1 << random.Next(8))),
                1 => s_extremes[random.Next(s_extremes.Length)],
                _ => (byte)random.Next(256),
            };
        }

        switch (seed % 8)
        {
            case 2:
                bytes = bytes[..random.Next(1, bytes.Count)];
                break;
            case 3:
                bytes.InsertRange(Place(bytes.Count, random), Enumerable.Range(0, random.Next(1, 64)).Select(_ => (byte)random.Next(256)));
                break;
            case 4:
                bytes.AddRange(bytes.ToArray());
                break;
            case 5:
                var from = Place(bytes.Count, random);
                var length = Math.Min(bytes.Count - from, random.Next(1, 200));
                bytes.RemoveRange(from, length);
                break;
            case 6:
                Spread(bytes, Place(bytes.Count, random), s_extremes[random.Next(s_extremes.Length)], random.Next(1, 9));
                break;
            default:
                break;
        }

        return bytes.Count == 0 ? [0] : [.. bytes];
    }

    private static int Place(int length, Random random) => random.Next(10) switch
    {
        < 6 => random.Next(Math.Min(length, Header)),
        < 8 => length - 1 - random.Next(Math.Min(length, Header)),
        _ => random.Next(length),
    };

    private static void Spread(List<byte> bytes, int at, byte value, int count)
    {
        for (var next = at; next < Math.Min(bytes.Count, at + count); next++)
        {
            bytes[next] = value;
        }
    }
}
