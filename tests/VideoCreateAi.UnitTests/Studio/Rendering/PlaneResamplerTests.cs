using System.Runtime.Intrinsics.X86;
using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class PlaneResamplerTests
{
    public static TheoryData<double, double, int, int> Axes => new()
    {
        { 0, 1, 64, 64 },
        { 0.37, 1, 64, 60 },
        { 3.21, 0.91, 101, 97 },
        { -2.5, 1.09, 120, 113 },
        { 0.5, 1.69, 200, 118 },
        { 10, 0.13, 40, 203 },
        { 2, 3.7, 300, 71 },
        { -30, 1, 16, 77 },
    };

    [Theory]
    [MemberData(nameof(Axes))]
    public void All_vector_paths_agree_with_the_scalar_one_bit_for_bit(double origin, double step, int sourceLength, int length)
    {
        var picture = Noise(sourceLength & ~1, sourceLength & ~1, seed: 7);

        var scalar = Resample(picture, VectorPath.Scalar, origin, step, length);

        Assert.Equal(scalar, Resample(picture, VectorPath.Vector128, origin, step, length));
        if (Avx2.IsSupported)
        {
            Assert.Equal(scalar, Resample(picture, VectorPath.Avx2, origin, step, length));
        }
    }

    [Fact]
    public void At_whole_positions_samples_come_out_as_they_went_in()
    {
        var picture = Noise(48, 48, seed: 3);

        var result = Resample(picture, VectorPath.Fastest, 0, 1, 48);

        Assert.Equal(picture.Luma.ToArray(), result);
    }

    [Fact]
    public void A_flat_picture_stays_flat_at_any_step()
    {
        var picture = new PlanarPicture(64, 64);
        picture.Fill(new YuvColor(201, 90, 33));

        var result = Resample(picture, VectorPath.Fastest, -4.3, 1.13, 61);

        Assert.All(result, value => Assert.Equal(201, value));
    }

    private static byte[] Resample(PlanarPicture picture, VectorPath path, double origin, double step, int length)
    {
        var (columns, rows) = (new AxisTable(), new AxisTable());
        columns.Build(origin, step, picture.Width, length);
        rows.Build(origin + 0.11, step, picture.Height, length);
        if (step == 1 && origin == 0)
        {
            rows.Build(0, 1, picture.Height, length);
        }

        var result = new byte[length * length];
        new PlaneResampler(path).Resample(picture.Plane(0), columns, rows, result, 0, length);
        return result;
    }

    private static PlanarPicture Noise(int width, int height, int seed)
    {
        var picture = new PlanarPicture(width, height);
        new Random(seed).NextBytes(picture.Data);
        return picture;
    }
}
