using System.Globalization;
using System.Text;

namespace VideoCreateAi.Studio.Audio.Mixing;

/// <summary>Writes ffmpeg's filter graph for a mix. Input n of the command line is take n. The result is labelled <c>mix</c>.</summary>
internal sealed class MixGraph
{
    // What atempo lets come early, in samples of what goes into it: measured, half of its window.
    private const long TempoLead = SoundFormat.SampleRate * 19 / 1000;

    private const long LoopFade = SoundFormat.SampleRate / 2;

    private readonly StringBuilder _graph = new();

    private readonly long _samples;

    private MixGraph(long samples) => _samples = samples;

    /// <param name="samples">The exact length of the mix.</param>
    /// <param name="fadeIn">Of the whole.</param>
    public static string Write(IReadOnlyList<Take> takes, long samples, TimeSpan fadeIn, TimeSpan fadeOut)
    {
        var graph = new MixGraph(samples);
        for (var i = 0; i < takes.Count; i++)
        {
            graph.AddTake(takes[i], i);
        }

        graph.AddBuses(takes);
        graph.AddOutput(SoundFormat.Samples(fadeIn), SoundFormat.Samples(fadeOut));
        return graph._graph.ToString();
    }

    private void AddTake(Take take, int index)
    {
        var (from, to) = (SoundFormat.Samples(take.From), SoundFormat.Samples(take.From + take.Used));
        var length = Math.Min(SoundFormat.Samples(take.Length), _samples - SoundFormat.Samples(take.Start));

        // Gaps and a late start of the stream become silence first: samples are then counted as the picture counts time.
        Add($"[{index}:a:0]aresample={SoundFormat.SampleRate}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,");
        Add($"atrim=start_sample={from}:end_sample={to},asetpts=N/SR/TB");
        Add(take.Reverse ? ",areverse" : "");
        Add(Tempo(take.Speed));
        if (take.Loops)
        {
            AddLoop(index, SoundFormat.Samples(take.Used));
        }

        Add($",apad=whole_len={length},atrim=end_sample={length},asetpts=N/SR/TB");
        Add(FadeIn(SoundFormat.Samples(take.FadeIn), length));
        Add(FadeOut(SoundFormat.Samples(take.FadeOut), length));
        Add($",volume={take.Volume}:precision=float,adelay={SoundFormat.Samples(take.Start)}S:all=1[take{index}];");
    }

    // Plays once up to the fade, then round and round a piece that begins with its end fading into its beginning.
    private void AddLoop(int index, long source)
    {
        var fade = Math.Min(LoopFade, source / 4);
        var period = source - fade;
        Add($",apad=whole_len={source},asplit=3[once{index}][tail{index}][head{index}];");
        Add($"[once{index}]atrim=end_sample={period}[first{index}];");
        Add($"[tail{index}]atrim=start_sample={period}:end_sample={source},asetpts=N/SR/TB[end{index}];");
        Add($"[head{index}]atrim=end_sample={period}[again{index}];");
        Add($"[end{index}][again{index}]acrossfade=ns={fade}:c1=qsin:c2=qsin,aloop=loop=-1:size={period}[round{index}];");
        Add($"[first{index}][round{index}]concat=n=2:v=0:a=1");

        // Without a first filter of its own the chain would begin with a comma.
        Add(",asetpts=N/SR/TB");
    }

    private void AddBuses(IReadOnlyList<Take> takes)
    {
        var ducked = Labels(takes, SoundBus.DuckedMusic);
        var speech = Labels(takes, SoundBus.Speech);
        var clips = Labels(takes, SoundBus.Clip);
        var all = Labels(takes, SoundBus.Music);

        // Without a voice of their own it is the people in the clips who speak.
        var key = speech.Count > 0 ? speech : clips;
        if (ducked.Count == 0 || key.Count == 0)
        {
            Mix([.. all, .. ducked, .. speech, .. clips]);
            return;
        }

        Add($"{string.Concat(key)}amix=inputs={key.Count}:normalize=0,apad=whole_len={_samples},asplit=2[spoken][key];");
        Add($"{string.Concat(ducked)}amix=inputs={ducked.Count}:normalize=0,apad=whole_len={_samples}[loud];");

        // Down within a syllable, up again slower than the pauses between words: music that pumps is worse than loud music.
        Add("[loud][key]sidechaincompress=threshold=0.03:ratio=6:attack=40:release=650:knee=4[quiet];");
        Mix([.. all, .. key == speech ? clips : [], "[spoken]", "[quiet]"]);
    }

    private void Mix(List<string> labels) =>
        Add($"{string.Concat(labels)}amix=inputs={labels.Count}:normalize=0:dropout_transition=0");

    private void AddOutput(long fadeIn, long fadeOut)
    {
        Add($",apad=whole_len={_samples},atrim=end_sample={_samples}");
        Add(FadeIn(fadeIn, _samples));
        Add(FadeOut(fadeOut, _samples));

        // Nobody hears what lies above, and no encoder keeps it: counted as loudness it would be missing in the finished file.
        Add(",lowpass=f=17500,lowpass=f=17500[mix]");
    }

    private static List<string> Labels(IReadOnlyList<Take> takes, SoundBus bus) =>
        [.. takes.Index().Where(entry => entry.Item.Bus == bus).Select(entry => $"[take{entry.Index}]")];

    // Equal power, so that two takes that fade into each other stay as loud.
    private static string FadeIn(long fade, long length) =>
        fade <= 0 ? "" : Format($",afade=t=in:ss=0:ns={Math.Min(fade, length)}:curve=qsin");

    private static string FadeOut(long fade, long length) =>
        fade <= 0 ? "" : Format($",afade=t=out:ss={Math.Max(0, length - fade)}:ns={Math.Min(fade, length)}:curve=qsin");

    // One atempo does half to double well; more is done in several.
    private static string Tempo(double speed)
    {
        var chain = new StringBuilder();
        while (speed is < 0.5 or > 2)
        {
            var step = speed < 0.5 ? 0.5 : 2;
            chain.Append(Format($",adelay={TempoLead}S:all=1,atempo={step}"));
            speed /= step;
        }

        return speed.Equals(1.0) ? chain.ToString() : chain.Append(Format($",adelay={TempoLead}S:all=1,atempo={speed:0.######}")).ToString();
    }

    private void Add(FormattableString text) => _graph.Append(Format(text));

    private void Add(string text) => _graph.Append(text);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
