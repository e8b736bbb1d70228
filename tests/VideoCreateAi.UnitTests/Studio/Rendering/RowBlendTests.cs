using System.Runtime.Intrinsics;
using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class RowBlendTests
{
    [Fact]
    public void All_vector_paths_agree_with_the_scalar_one_to_the_bit_at_every_width()
    {
        var random = new Random(11);
        for (var width = 1; width <= 131; width++)
        {
            foreach (var (strength, neutral) in new[] { (255, 16), (255, 128), (random.Next(256), 16), (random.Next(256), 128), (0, 128), (1, 16) })
            {
                var (below, over, alpha, coverage) = (Row(random, width), Row(random, width), Row(random, width), Row(random, width));

                var expected = Blended(VectorPath.Scalar);

                Assert.Equal(expected, Blended(VectorPath.Vector128));
                Assert.Equal(expected, Blended(VectorPath.Fastest));
                if (Vector256.IsHardwareAccelerated)
                {
                    Assert.Equal(expected, Blended(VectorPath.Avx2));
                }

                byte[] Blended(VectorPath path)
                {
                    var result = below.ToArray();
                    RowBlend.Over(result, over, alpha, coverage, strength, neutral, path);
                    return result;
                }
            }
        }
    }

    [Fact]
    public void A_blend_is_within_two_steps_of_the_exact_one()
    {
        var random = new Random(12);
        for (var round = 0; round < 4000; round++)
        {
            // As a premultiplied sample is: between neutral − α·neutral and neutral + α·(255 − neutral).
            var (neutral, alpha, colour) = (round % 2 == 0 ? 16 : 128, random.Next(256), random.Next(16, 236));
            var (below, coverage, strength) = (random.Next(16, 236), random.Next(256), random.Next(256));
            var over = (byte)Math.Round(neutral + (colour - neutral) * alpha / 255.0);
            byte[] row = [(byte)below];

            RowBlend.Over(row, [over], [(byte)alpha], [(byte)coverage], strength, neutral);

            var share = coverage / 255.0 * strength / 255.0;
            var exact = below * (1 - alpha / 255.0 * share) + (over - neutral * (1 - alpha / 255.0)) * share;
            Assert.InRange(row[0], exact - 2.01, exact + 2.01);
        }
    }

    private static byte[] Row(Random random, int width)
    {
        var row = new byte[width];
        random.NextBytes(row);

        // The ends of the range are where arithmetic overflows.
        for (var i = 0; i < width; i += 5)
        {
            row[i] = (byte)(random.Next(2) * 255);
        }

        return row;
    }
}
