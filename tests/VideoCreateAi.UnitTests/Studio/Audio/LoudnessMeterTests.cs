using VideoCreateAi.Studio.Audio;

namespace VideoCreateAi.UnitTests.Studio.Audio;

public sealed class LoudnessMeterTests
{
    // EBU Tech 3341, case 1: a stereo sine of 1 kHz at −23 dBFS is −23 LUFS.
    [Fact]
    public void The_reference_tone_reads_as_the_recommendation_says()
    {
        var tone = SoundRig.Samples(TimeSpan.FromSeconds(20), time => SoundRig.Tone(time, 1000, Math.Pow(10, -23 / 20.0)));

        Assert.Equal(-23, LoudnessMeter.Measure([tone]).Integrated, 0.1);
    }

    // A quarter of the rate at 45°: no sample is at the top of the wave, which is 3 dB higher.
    [Fact]
    public void A_peak_between_the_samples_is_found()
    {
        var tone = SoundRig.Samples(TimeSpan.FromSeconds(1), time => 0.5 * Math.Sin((2 * Math.PI * 12000 * time) + (Math.PI / 4)));

        Assert.Equal(-6.02, LoudnessMeter.Measure([tone]).TruePeak, 0.4);
    }

    [Fact]
    public void Silence_has_no_loudness()
        => Assert.Equal(double.NegativeInfinity, LoudnessMeter.Measure([new float[96000]]).Integrated);
}
