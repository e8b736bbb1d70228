namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Which instructions a plane is sampled with. Tests name one; everybody else takes the fastest.</summary>
internal enum VectorPath
{
    Fastest,
    Scalar,
    Vector128,
    Avx2,
}
