using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Puts the shots into the order of their names, numbers by what they count.</summary>
internal sealed partial record SortShots : EditOperation
{
    private const int WidestNumber = 20;

    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        var sorted = Enumerable.Range(0, shots.Count).OrderBy(index => Key(shots[index].Name), StringComparer.OrdinalIgnoreCase).ToList();
        var changed = desk.Timeline.InOrder(sorted);
        desk.Change(changed, "order: " + string.Join(", ", changed.Shots().Select(shot => shot.Name).Take(12)));
    }

    private static string Key(string name) => Digits().Replace(name, digits => digits.Value.PadLeft(WidestNumber, '0'));

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
