using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A filter and an adjustment as one table for each plane.</summary>
internal sealed class ColorGrade
{
    private const double Middle = 126;
    private const double BrightnessReach = 70;

    private readonly byte[][] _tables = [new byte[256], new byte[256], new byte[256]];

    private ColorGrade(Look look)
    {
        for (var value = 0; value < 256; value++)
        {
            _tables[0][value] = Clamp(Middle + (value - Middle) * look.Contrast + look.Lift);
            _tables[1][value] = Clamp(128 + (value - 128) * look.Saturation + look.Blue);
            _tables[2][value] = Clamp(128 + (value - 128) * look.Saturation + look.Red);
        }
    }

    /// <summary>Null when nothing changes.</summary>
    public static ColorGrade? Of(string filter, Adjustment adjustment)
    {
        var look = filter.ToUpperInvariant() switch
        {
            "WARM" => new Look(1, 0, 1.05, -8, 6),
            "COOL" => new Look(1, 0, 1.0, 8, -6),
            "BW" or "GRAYSCALE" or "MONO" => new Look(1.06, 0, 0, 0, 0),
            "SEPIA" => new Look(1, 0, 0, -16, 11),
            "VINTAGE" => new Look(0.86, 6, 0.72, -7, 5),
            "VIVID" => new Look(1.08, 0, 1.3, 0, 0),
            _ => new Look(1, 0, 1, 0, 0),
        };
        if (look == new Look(1, 0, 1, 0, 0) && adjustment == Adjustment.None)
        {
            return null;
        }

        return new ColorGrade(look with
        {
            Contrast = look.Contrast * Factor(adjustment.Contrast),
            Saturation = look.Saturation * Factor(adjustment.Saturation),
            Lift = look.Lift + Math.Clamp(adjustment.Brightness, -1, 1) * BrightnessReach,
        });
    }

    public void Apply(PlanarPicture picture)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            var table = _tables[plane];
            var samples = picture.Plane(plane).Span;
            if (picture.Alpha is null)
            {
                foreach (ref var value in samples)
                {
                    value = table[value];
                }
            }
            else
            {
                ApplyPremultiplied(samples, picture.AlphaPlane(plane).Span, table, plane == 0 ? 16 : 128);
            }
        }
    }

    private static void ApplyPremultiplied(Span<byte> samples, ReadOnlySpan<byte> alpha, byte[] table, int neutral)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (alpha[i] > 0)
            {
                var straight = Clamp(neutral + (samples[i] - neutral) * 255.0 / alpha[i]);
                samples[i] = Clamp(neutral + (table[straight] - neutral) * alpha[i] / 255.0);
            }
        }
    }

    private static double Factor(double amount) => Math.Max(0, 1 + Math.Clamp(amount, -1, 1));

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    private sealed record Look(double Contrast, double Lift, double Saturation, double Blue, double Red);
}
