namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A yuv420p picture, BT.709 limited range, its planes in one buffer in the order of raw video.
/// With alpha its colours are premultiplied: a sample holds α·(value − neutral) + neutral.</summary>
internal sealed class PlanarPicture
{
    // Vector loads at a row's end may read past it.
    public const int Padding = 64;

    public PlanarPicture(int width, int height, bool hasAlpha = false)
        : this(width, height, hasAlpha, isUnmoved: false)
    {
    }

    private PlanarPicture(int width, int height, bool hasAlpha, bool isUnmoved)
    {
        if (width < 4 || height < 4 || (width & 1) != 0 || (height & 1) != 0)
        {
            throw new ArgumentException($"A planar picture has even sides of at least 4, not {width}×{height}.");
        }

        Width = width;
        Height = height;
        Data = GC.AllocateUninitializedArray<byte>(FrameBytes + Padding, pinned: isUnmoved);
        if (hasAlpha)
        {
            Alpha = GC.AllocateUninitializedArray<byte>(width * height + Padding);
            ChromaAlpha = GC.AllocateUninitializedArray<byte>(ChromaWidth * ChromaHeight + Padding);
        }
    }

    /// <summary>One that stays where it is in memory, for handing its pages out.</summary>
    public static PlanarPicture Unmoved(int width, int height) => new(width, height, hasAlpha: false, isUnmoved: true);

    public int Width { get; }

    public int Height { get; }

    public int ChromaWidth => Width / 2;

    public int ChromaHeight => Height / 2;

    public int FrameBytes => Width * Height * 3 / 2;

    public byte[] Data { get; }

    /// <summary>Null = opaque.</summary>
    public byte[]? Alpha { get; }

    public byte[]? ChromaAlpha { get; }

    public Memory<byte> Frame => Data.AsMemory(0, FrameBytes);

    public Span<byte> Luma => Data.AsSpan(0, Width * Height);

    /// <summary>A plane by number: 0 luma, 1 blue, 2 red difference.</summary>
    public PlaneView Plane(int index) => index switch
    {
        0 => new PlaneView(Data, 0, Width, Height),
        1 => new PlaneView(Data, Width * Height, ChromaWidth, ChromaHeight),
        _ => new PlaneView(Data, Width * Height + ChromaWidth * ChromaHeight, ChromaWidth, ChromaHeight),
    };

    /// <summary>The alpha that goes with a plane of that number.</summary>
    public PlaneView AlphaPlane(int index) => index == 0
        ? new PlaneView(Alpha!, 0, Width, Height)
        : new PlaneView(ChromaAlpha!, 0, ChromaWidth, ChromaHeight);

    public void Fill(YuvColor color)
    {
        Plane(0).Span.Fill(color.Y);
        Plane(1).Span.Fill(color.U);
        Plane(2).Span.Fill(color.V);
    }

    /// <summary>Fills <see cref="ChromaAlpha"/> with the mean of the four luma samples that share a chroma sample.</summary>
    public void DeriveChromaAlpha()
    {
        var alpha = Alpha!;
        var chroma = ChromaAlpha!;
        for (var y = 0; y < ChromaHeight; y++)
        {
            var top = 2 * y * Width;
            for (var x = 0; x < ChromaWidth; x++)
            {
                var at = top + 2 * x;
                chroma[y * ChromaWidth + x] = (byte)((alpha[at] + alpha[at + 1] + alpha[at + Width] + alpha[at + Width + 1] + 2) >> 2);
            }
        }
    }

    public void CopyFrom(PlanarPicture other) => other.Data.AsSpan(0, FrameBytes).CopyTo(Data);
}
