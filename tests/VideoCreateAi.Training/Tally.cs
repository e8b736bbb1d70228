namespace VideoCreateAi.Training;

/// <summary>Counts of right and wrong verdicts, beside those of the rules alone.</summary>
internal sealed class Tally
{
    private int _content;
    private int _alarms;
    private int _ruleAlarms;
    private int _window;
    private int _exact;
    private int _missed;
    private int _ruleExact;
    private int _ruleMissed;

    public void Count(bool isContent, bool right, bool saidContent, bool rulesRight, bool rulesSaidContent)
    {
        if (isContent)
        {
            _content++;
            _alarms += right ? 0 : 1;
            _ruleAlarms += rulesRight ? 0 : 1;
            return;
        }

        _window++;
        _exact += right ? 1 : 0;
        _missed += saidContent ? 1 : 0;
        _ruleExact += rulesRight ? 1 : 0;
        _ruleMissed += rulesSaidContent ? 1 : 0;
    }

    public override string ToString()
        => FormattableString.Invariant($"content {_content,5}: alarms {Share(_alarms, _content)} (rules {Share(_ruleAlarms, _content)}) | window {_window,5}: exact {Share(_exact, _window)} ({Share(_ruleExact, _window)}) missed {Share(_missed, _window)} ({Share(_ruleMissed, _window)})");

    private static string Share(int part, int whole) => FormattableString.Invariant($"{(whole == 0 ? 0 : 100.0 * part / whole),5:0.0} %");
}
