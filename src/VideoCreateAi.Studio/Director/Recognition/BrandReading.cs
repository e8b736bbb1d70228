using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>"save logo.png as our brand logo, colour #FF6600, font Inter": a look that is kept for later projects.</summary>
internal static class BrandReading
{
    /// <summary>Keeps what the sentence says of the brand; false where it says nothing of it, or only wants it used.</summary>
    public static bool Save(Sentence sentence, Wishes wishes)
    {
        var terms = sentence.Clauses.SelectMany(clause => clause.Terms).ToList();
        if (!terms.Exists(term => term.Sense == Sense.Brand))
        {
            return false;
        }

        var logo = terms.Find(wishes.IsPicture) is { } media ? wishes.Asset(media) : null;
        var outro = terms.FindIndex(term => term.Sense is Sense.End or Sense.EndWith or Sense.Title);
        var said = new BrandKit(
            logo?.Id, logo?.Name,
            terms.Find(term => term.Sense == Sense.TextColour)?.Value,
            terms.Find(term => term.Sense == Sense.Font)?.Value,
            terms.Skip(Math.Max(0, outro)).FirstOrDefault(term => term.Sense == Sense.Quote)?.Value);
        var saves = terms.Exists(term => term.Sense == Sense.Save);
        if (said.IsEmpty && !saves)
        {
            return false;
        }

        if (said.IsEmpty)
        {
            wishes.Note("A brand kit holds a logo, a colour, a font and an outro: say for example \"save logo.png as our brand logo, colour #FF6600, font Inter, outro 'Thanks for watching'\".");
            return true;
        }

        var kept = wishes.Brand ?? wishes.Input.Brand ?? new BrandKit();
        wishes.Brand = new BrandKit(said.Logo ?? kept.Logo, said.LogoName ?? kept.LogoName, said.Color ?? kept.Color, said.Font ?? kept.Font, said.Outro ?? kept.Outro);
        wishes.Note($"Your brand kit is saved: {wishes.Brand.Describe()}. Say \"use my brand kit\" in this or any later project.");
        return true;
    }

    /// <summary>"use our brand kit"</summary>
    public static void Use(Clause clause, Wishes wishes)
    {
        if (clause.Take(Sense.Brand) is not null)
        {
            clause.TakeAll(Sense.Add, Sense.Put, Sense.Make, Sense.With, Sense.Colour, Sense.Logo, Sense.Font, Sense.It);
            wishes.Add(new ApplyBrand(wishes.Brand ?? wishes.Input.Brand));
        }
    }
}
