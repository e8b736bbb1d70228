using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;
using static VideoCreateAi.Studio.Director.Structured.OperationFields;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>What is heard.</summary>
internal static partial class OperationForms
{
    private const string MusicTarget = "music";

    private static (double, double) Volumes => (0, 2);

    private static OperationForm[] Sounds =>
    [
        new("music", "Adds music, or changes what is there: kind is a mood in words such as calm or upbeat piano, asset a file; value is the volume.", "",
            $"{Kind} {AssetName} {Value} {Start} {End} {FadeIn} {FadeOut}", Music) { Values = Volumes },
        new("remove_music", "Takes the music away.", "", "", _ => [new RemoveSound(SoundRole.Music)]),
        new("voiceover", "Speaks text, or plays asset as the voice, from start on; value is the volume.", "", $"{Text} {AssetName} {Start} {Value}", Voice)
        { AnyOf = $"{Text} {AssetName}", Values = Volumes },
        new("remove_voiceover", "Takes the voiceover away.", "", "", _ => [new RemoveSound(SoundRole.Voiceover)]),
        new("effect", "Plays a sound file from start on.", AssetName, $"{Start} {Value}",
            op => op.Media(AssetName, AssetKind.Audio) is { } media ? [new AddSound(SoundRole.Effect, media, null, Beginning(op), op.Number(Value) ?? 1)] : []) { Values = Volumes },
        new("volume", "How loud clips are, or with target music or a sound's file name that; 0 = muted, 1 = as recorded.", Value, Target, Loudness) { Values = Volumes },
    ];

    private static IEnumerable<EditOperation> Music(OperationReading op)
    {
        if (op.Has(Kind) && op.Has(AssetName))
        {
            op.Problem("kind and asset exclude each other.");
        }

        return
        [
            new EditMusic
            {
                Mood = op.Choice(Kind), Media = op.Media(AssetName, AssetKind.Audio), Volume = op.Number(Value), Start = op.Has(Start) ? Beginning(op) : null, End = op.Time(End),
                FadeIn = op.Time(FadeIn), FadeOut = op.Time(FadeOut),
            },
        ];
    }

    private static IEnumerable<EditOperation> Voice(OperationReading op)
    {
        if (op.Has(Text) && op.Has(AssetName))
        {
            op.Problem("text and asset exclude each other.");
        }

        return [new AddSound(SoundRole.Voiceover, op.Media(AssetName, AssetKind.Audio), op.Text(Text), Beginning(op), op.Number(Value) ?? 1)];
    }

    private static IEnumerable<EditOperation> Loudness(OperationReading op)
    {
        if (op.Number(Value) is not { } volume)
        {
            return [];
        }

        if (op.Has(Target) && op.Text(Target) is { } target)
        {
            if (target == MusicTarget)
            {
                return [new EditMusic { Volume = volume, ChangeOnly = true }];
            }

            if (op.Assets.FirstOrDefault(asset => asset.Kind == AssetKind.Audio && asset.Name.Equals(target, StringComparison.OrdinalIgnoreCase)) is { } sound)
            {
                return [new SetClipVolume(ShotReference.Of(sound.Id), volume)];
            }
        }

        return op.Shots().Select(shot => new SetClipVolume(shot, volume));
    }

    private static TimeSpan Beginning(OperationReading op)
    {
        var start = op.Time(Start) ?? TimeSpan.Zero;
        if (start < TimeSpan.Zero)
        {
            op.Problem("start is below 0; a sound begins at 0 or later.");
        }

        return start;
    }
}
