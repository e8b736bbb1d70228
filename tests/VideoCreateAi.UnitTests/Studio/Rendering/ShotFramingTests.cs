using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Rendering.Text;
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

    [Theory]
    [InlineData(nameof(Motion.PanLeft))]
    [InlineData(nameof(Motion.PanRight))]
    [InlineData(nameof(Motion.ZoomIn))]
    public void A_motion_ends_at_the_subject_and_keeps_it_in_sight(string motion)
    {
        foreach (var at in new[] { 0.15, 0.35, 0.5, 0.7, 0.85 })
        {
            var style = new ShotStyle(Fit.Auto, Enum.Parse<Motion>(motion), 6, IsCutOut: false);
            var (width, height) = ShotFraming.WorkingSize(1600, 900, s_portrait, style);

            var path = ShotFraming.Path(WithSubject(width, height, at), s_portrait, style);

            var (first, last) = (Share(path.At(0)), Share(path.At(1)));
            Assert.InRange(first, 0.12, 0.88);
            Assert.InRange(last, 0.12, 0.88);
            Assert.True(Math.Abs(last - 0.5) <= Math.Abs(first - 0.5) + 0.02 || at is < 0.2 or > 0.8, $"At {at} it goes from {first:0.00} away to {last:0.00}.");

            double Share(Affine place) => (place.Scale * at * width + place.X) / s_portrait.Width;
        }
    }

    [Theory]
    [InlineData("one subject", true)]
    [InlineData("two subjects", false)]
    [InlineData("a headline", false)]
    [InlineData("a landscape", true)]
    public void A_picture_is_shown_whole_only_where_every_crop_loses_what_it_is_about(string what, bool isKept)
    {
        var picture = what switch
        {
            "one subject" => WithSubject(1708, 960, 0.7),
            "two subjects" => With(WithSubject(1708, 960, 0.14), at: 0.86),
            "a headline" => Headline(1708, 960),
            _ => Landscape(1708, 960),
        };

        Assert.Equal(isKept, ShotFraming.KeepsSubject(picture, s_portrait, SaliencyMap.Of(picture)));
    }

    [Fact]
    public void A_face_draws_the_frame_more_than_bright_things_do()
    {
        var picture = new PlanarPicture(1708, 960);
        picture.Fill(new YuvColor(110, 128, 126));
        Disc(picture, 420, 380, 110, YuvColor.FromRgb(0.86, 0.66, 0.53), YuvColor.FromRgb(0.75, 0.55, 0.43));
        Disc(picture, 1300, 480, 90, YuvColor.FromRgb(0.35, 0.45, 0.75), YuvColor.FromRgb(0.3, 0.4, 0.7));

        var crop = SaliencyMap.Of(picture).BestCrop(horizontal: true, 0.316);

        Assert.InRange((420 / 1708.0 - crop.Center) / 0.316 + 0.5, 0.2, 0.8);
    }

    [Fact]
    public void What_the_lens_left_blurred_is_background()
    {
        // A large field of strong colour without an edge, and a small sharp grey thing.
        var picture = new PlanarPicture(1708, 960);
        picture.Fill(new YuvColor(90, 128, 128));
        for (var y = 0; y < 960; y++)
        {
            for (var x = 0; x < 1708; x++)
            {
                var glow = Math.Exp(-((x - 1300) * (x - 1300) + (y - 500) * (y - 500)) / (2.0 * 230 * 230));
                picture.Luma[y * 1708 + x] = (byte)(90 + 60 * glow);
                picture.Plane(2).Row(y / 2)[x / 2] = (byte)(128 + 55 * glow);
            }
        }

        With(picture, at: 0.25);

        var crop = SaliencyMap.Of(picture).BestCrop(horizontal: true, 0.316);

        Assert.InRange((0.25 - crop.Center) / 0.316 + 0.5, 0.1, 0.9);
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
        return With(picture, at);
    }

    private static PlanarPicture Headline(int width, int height)
    {
        var picture = new PlanarPicture(width, height);
        picture.Fill(new YuvColor(210, 128, 128));
        var glyphs = new PangoTextRasterizer(PangoLibrary.TryLoad()!)
            .Draw(new TextRequest("Summer sale starts this Friday", ["Noto Sans"], 96, width * 9 / 10, 300, TextAlign.Center, 0x000000));
        for (var y = 0; y < glyphs.Height; y++)
        {
            for (var x = 0; x < glyphs.Width; x++)
            {
                ref var light = ref picture.Luma[(y + 400) * width + x + (width - glyphs.Width) / 2];
                light = (byte)(light - (light - 16) * glyphs.Pixels[(y * glyphs.Width + x) * 4 + 3] / 255);
            }
        }

        return picture;
    }

    // Sky, hills and grass from side to side: whatever is cut off, more of the same remains.
    private static PlanarPicture Landscape(int width, int height)
    {
        var picture = new PlanarPicture(width, height);
        picture.Fill(new YuvColor(180, 150, 115));
        var random = new Random(5);
        for (var x = 0; x < width; x++)
        {
            var hills = (int)(height * (0.5 + 0.05 * Math.Sin(x / 90.0) + 0.03 * Math.Sin(x / 37.0)));
            for (var y = hills; y < height; y++)
            {
                picture.Luma[y * width + x] = (byte)(70 + random.Next(40));
                picture.Plane(1).Row(y / 2)[x / 2] = 108;
                picture.Plane(2).Row(y / 2)[x / 2] = 116;
            }
        }

        return picture;
    }

    private static void Disc(PlanarPicture picture, int centerX, int centerY, int radius, YuvColor light, YuvColor dark)
    {
        for (var y = centerY - radius; y < centerY + radius; y++)
        {
            for (var x = centerX - radius; x < centerX + radius; x++)
            {
                if ((x - centerX) * (x - centerX) + (y - centerY) * (y - centerY) < radius * radius)
                {
                    var color = (x / 20 + y / 30) % 3 == 0 ? dark : light;
                    picture.Luma[y * picture.Width + x] = color.Y;
                    (picture.Plane(1).Row(y / 2)[x / 2], picture.Plane(2).Row(y / 2)[x / 2]) = (color.U, color.V);
                }
            }
        }
    }

    private static PlanarPicture With(PlanarPicture picture, double at)
    {
        var (width, height) = (picture.Width, picture.Height);
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
