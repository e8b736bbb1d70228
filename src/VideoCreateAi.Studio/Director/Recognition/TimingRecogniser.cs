using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Cuts, lengths of shots and of the whole.</summary>
internal static class TimingRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        if (LengthLimits.Read(clause, wishes))
        {
            return;
        }

        StretchRecogniser.Read(clause, wishes);
        LengthRecogniser.Read(clause, wishes);
    }
}
