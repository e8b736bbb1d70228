using System.Globalization;

namespace VideoCreateAi.Studio.Rendering.Encoder;

/// <summary>What ffmpeg's list of packets tells of a picture stream.</summary>
internal sealed class PacketSheet
{
    private const string SizeMark = "#dimensions 0: ";
    private const string TickMark = "#tb 0: ";

    private double _tick;
    private long _from = long.MaxValue;
    private long _to = long.MinValue;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Packets { get; private set; }

    /// <summary>From the first picture's appearance to the end of the last one's.</summary>
    public TimeSpan Duration => Packets == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((_to - _from) * _tick);

    public async Task ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(output, leaveOpen: true);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            Take(line);
        }
    }

    private void Take(string line)
    {
        if (line.StartsWith(SizeMark, StringComparison.Ordinal))
        {
            var sides = line[SizeMark.Length..].Split('x');
            (Width, Height) = ((int)Number(sides[0]), (int)Number(sides[1]));
        }
        else if (line.StartsWith(TickMark, StringComparison.Ordinal))
        {
            var parts = line[TickMark.Length..].Split('/');
            _tick = (double)Number(parts[0]) / Number(parts[1]);
        }
        else if (!line.StartsWith('#') && line.Split(',') is [_, _, var shown, var length, ..])
        {
            Packets++;
            _from = Math.Min(_from, Number(shown));
            _to = Math.Max(_to, Number(shown) + Number(length));
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
