using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class ShotFramingTests
{
    private static readonly PixelRect s_portrait = new(0, 0, 540, 960);

    public static TheoryData<string, string> MotionsAndFits
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var motion in Enum.GetNames<Motion>())
            {
                foreach (var size in new[] { "1600x1200", "1200x1600", "4000x700", "500x2400", "540x960" })
                {
                    rows.Add(motion, size);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(MotionsAndFits))]
    public void A_covering_picture_covers_its_viewport_at_every_moment(string motion, string size)
    {
        var sides = size.Split('x').Select(double.Parse).ToArray();
        var style = new ShotStyle(Fit.Cover, Enum.Parse<Motion>(motion), 6, IsCutOut: false);
        var (width, height) = ShotFraming.WorkingSize(sides[0], sides[1], s_portrait, style);
        var picture = new PlanarPicture(width, height);
        picture.Fill(YuvColor.Black);

        var path = ShotFraming.Path(picture, s_portrait, style);

        foreach (var place in new[] { path.At(0), path.At(0.5), path.At(1) })
        {
            Assert.InRange(place.X, double.MinValue, 1e-6);
            Assert.InRange(place.Y, double.MinValue, 1e-6);
            Assert.InRange(place.X + place.Scale * width, s_portrait.Width - 1e-6, double.MaxValue);
            Assert.InRange(place.Y + place.Scale * height, s_portrait.Height - 1e-6, double.MaxValue);
            Assert.InRange(1 / place.Scale, 0.8, 1.2);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void An_off_centre_subject_is_kept_in_the_crop(double at)
    {
        var picture = WithSubject(1708, 960, at);
        var style = new ShotStyle(Fit.Cover, Motion.None, 5, IsCutOut: false);

        var place = ShotFraming.Path(picture, s_portrait, style).At(0);

        var subject = place.Scale * (at * picture.Width) + place.X;
        Assert.InRange(subject, 0.2 * s_portrait.Width, 0.8 * s_portrait.Width);
    }

    [Theory]
    [InlineData(nameof(Motion.PanLeft), 1, 0)]
    [InlineData(nameof(Motion.PanRight), -1, 0)]
    [InlineData(nameof(Motion.PanUp), 0, 1)]
    [InlineData(nameof(Motion.PanDown), 0, -1)]
    public void The_picture_goes_against_the_camera(string motion, int x, int y)
    {
        var style = new ShotStyle(Fit.Cover, Enum.Parse<Motion>(motion), 5, IsCutOut: false);
        var (width, height) = ShotFraming.WorkingSize(1600, 1200, s_portrait, style);

        var path = ShotFraming.Path(WithSubject(width, height, 0.5), s_portrait, style);

        Assert.Equal(x, Math.Sign(Math.Round(path.To.X - path.From.X, 3)));
        Assert.Equal(y, Math.Sign(Math.Round(path.To.Y - path.From.Y, 3)));
    }

    [Fact]
    public void A_cut_out_is_shown_whole_with_a_margin()
    {
        var style = new ShotStyle(Fit.Cover, Motion.ZoomIn, 5, IsCutOut: true);
        var (width, height) = ShotFraming.WorkingSize(1000, 1000, s_portrait, style);
        var picture = new PlanarPicture(width, height, hasAlpha: true);

        var last = ShotFraming.Path(picture, s_portrait, style).At(1);

        Assert.InRange(last.X, 20, 140);
        Assert.InRange(last.X + last.Scale * width, s_portrait.Width - 140, s_portrait.Width - 20);
    }

    private static PlanarPicture WithSubject(int width, int height, double at)
    {
        var picture = new PlanarPicture(width, height);
        picture.Fill(new YuvColor(120, 128, 128));
        var luma = picture.Plane(0);
        var red = picture.Plane(2);
        var center = (int)(at * width);
        for (var y = height / 3; y < height * 2 / 3; y++)
        {
            for (var x = center - width / 14; x < center + width / 14; x++)
            {
                luma.Row(y)[x] = (byte)(((x / 6) + (y / 6)) % 2 == 0 ? 200 : 60);
                red.Row(y / 2)[x / 2] = 190;
            }
        }

        return picture;
    }
}
