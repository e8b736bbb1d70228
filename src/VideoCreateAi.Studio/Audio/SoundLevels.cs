namespace VideoCreateAi.Studio.Audio;

/// <summary>What is heard at a glance on a recording: whether there is anything, and whether it is overloaded.</summary>
internal sealed class SoundLevels
{
    // -60 dB: the noise of a room on a bad microphone is louder.
    private const float Audible = 0.001f;

    // Cut-off waves stand at full scale for several samples, again and again; loud but sound music touches it with one or two.
    private const float FullScale = 0.999f;
    private const int CutOffRun = 4;
    private const double CutOffShare = 0.01;

    private readonly int[] _runs = new int[2];
    private long _samples;
    private long _cutOff;
    private float _peak;

    public bool IsSilent => _peak < Audible;

    public bool IsOverloaded => _samples > 0 && (double)_cutOff / _samples > CutOffShare;

    /// <param name="interleaved">Left and right in turn.</param>
    public void Add(ReadOnlySpan<float> interleaved)
    {
        for (var i = 0; i < interleaved.Length; i++)
        {
            var size = Math.Abs(interleaved[i]);
            _peak = Math.Max(_peak, size);
            ref var run = ref _runs[i & 1];
            run = size >= FullScale ? run + 1 : 0;
            _cutOff += run == CutOffRun ? CutOffRun : run > CutOffRun ? 1 : 0;
        }

        _samples += interleaved.Length;
    }
}
