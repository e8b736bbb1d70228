namespace VideoCreateAi.Mcp.Routing;

/// <summary>From the cues of a clause to what it asks for. First match wins; a clause that matches nothing asks for nothing.</summary>
internal static class ClauseRules
{
    private const Cue Verb = Cue.Edit | Cue.Create;
    private const Cue Known = Cue.Board | Cue.Feature | Cue.Video | Cue.Final | Cue.Material | Cue.Mine | Cue.It | Cue.Bare | Cue.Sofar;
    private const Cue Deliverable = Cue.Final | Cue.Video | Cue.It | Cue.Format | Cue.Size | Cue.AudioOnly;
    private const Cue Handed = Cue.Path | Cue.Url | Cue.Bare;

    private static readonly Rule[] s_rules =
    [
        new(Intent.Generate) { All = Cue.Topic, None = Cue.HeadExport },
        new(Intent.Generate) { All = Cue.Says },
        new(Intent.Generate) { All = Cue.Advice },

        // "if it is done …", "if I can afford it …": a condition is a question; so is "tell me if …".
        new(Intent.State) { All = Cue.HeadShow | Cue.If, Any = Cue.Sofar | Cue.Board | Cue.Feature, None = Verb | Cue.Cost | Cue.Account | Cue.Left | Cue.Change },
        new(null) { All = Cue.If, None = Cue.Done | Cue.Cost | Cue.Account | Cue.Left },

        // The account.
        new(Intent.Generate) { Any = Cue.HeadEdit, None = Cue.Ask | Cue.Final },
        new(Intent.Credits) { All = Cue.Cost, None = Cue.HeadCreate },
        new(Intent.Credits) { All = Cue.Cost, Any = Cue.Quantity | Cue.Ask },

        // The balance between two sounds, no money: nobody counts, asks or looks it up.
        new(Intent.Generate) { All = Cue.Account | Cue.Feature, None = Cue.Quantity | Cue.Left | Cue.Ask | Cue.Show },
        new(Intent.Credits) { All = Cue.Account, None = Cue.HeadCreate | Cue.Content },
        new(Intent.Credits) { All = Cue.Quantity | Cue.Left, None = Cue.Board | Cue.Feature | Cue.Material | Cue.HeadCreate },
        new(Intent.Credits) { All = Cue.Quantity | Cue.Another, None = Cue.Board | Cue.HeadCreate },
        new(Intent.Credits) { All = Cue.Quantity | Cue.Create, None = Cue.HeadCreate | Cue.Board },

        // The draft and its jobs.
        new(Intent.State) { All = Cue.If | Cue.Done },
        new(Intent.State) { All = Cue.Board | Cue.Done, None = Verb | Cue.Content },
        new(Intent.Generate) { All = Cue.HeadShow, Any = Cue.Change },
        new(Intent.State) { All = Cue.Ask | Cue.Done, None = Cue.HeadEdit | Cue.HeadCreate },
        new(Intent.State) { All = Cue.Question | Cue.Done, None = Cue.HeadEdit | Cue.HeadCreate | Cue.HeadExport | Cue.HeadTransfer | Cue.HeadWant },
        new(Intent.State) { All = Cue.HeadAsk, Any = Cue.Exported | Cue.Uploaded },
        new(Intent.State) { All = Cue.HeadAsk | Cue.Before, None = Verb },
        new(Intent.State) { All = Cue.Sofar | Cue.Question, Any = Cue.Mine | Cue.Material | Cue.Feature, None = Verb | Cue.Want | Cue.Change | Cue.Advice },
        new(Intent.State) { All = Cue.Past | Cue.Ask, Any = Cue.Edit, None = Cue.Want | Cue.Change },
        new(Intent.Upload) { All = Cue.HeadAsk | Cue.Hand, Any = Cue.Mine | Cue.Material, None = Cue.Done | Cue.Content },
        new(Intent.State) { All = Cue.Ask, Any = Known, None = Cue.HeadEdit | Cue.HeadCreate | Cue.HeadWant | Cue.HeadTransfer | Cue.HeadExport | Cue.HeadHand | Cue.Change | Cue.Content },
        new(Intent.State) { All = Cue.HeadShow, Any = Known | Cue.Ask | Cue.Done },
        new(Intent.State) { All = Cue.Board, Any = Cue.Short | Cue.Question, None = Verb | Cue.Export | Cue.Transfer | Cue.Change },
        new(Intent.State) { All = Cue.Board | Cue.Sofar, None = Verb },

        // Files that come in.
        new(Intent.Upload) { All = Cue.Hand | Cue.Export, Any = Handed },
        new(Intent.Upload) { Any = Cue.HeadHand, None = Cue.Content },
        new(Intent.Upload) { All = Cue.Here, Any = Handed | Cue.Material | Cue.Mine },
        new(Intent.Upload) { All = Cue.Keep, Any = Handed | Cue.Material | Cue.Mine },
        new(Intent.Upload) { All = Cue.Want | Cue.Mine, Any = Cue.Transfer | Cue.Edit | Cue.Hand, None = Cue.Change | Cue.Video | Cue.Final },
        new(Intent.Upload) { All = Cue.Transfer | Cue.Mine, None = Cue.Final },
        new(Intent.Upload) { All = Cue.HeadWant | Cue.Hand, Any = Cue.Mine | Cue.Material | Cue.Video, None = Cue.Content | Cue.Final | Cue.Change | Cue.Feature },
        new(Intent.Upload) { All = Cue.HeadWant | Cue.Mine | Cue.Question, None = Verb | Cue.Change | Cue.Final | Cue.Feature },

        // The finished thing goes out.
        new(Intent.Export) { All = Cue.After | Cue.Exported },
        new(Intent.Export) { All = Cue.Want | Cue.Exported },
        new(null) { Any = Cue.Exported | Cue.Uploaded, None = Cue.Edit | Cue.Create | Cue.Change | Cue.Export | Cue.Transfer | Cue.Feature | Cue.Hand },
        new(Intent.Export) { All = Cue.HeadCreate | Cue.Format, Any = Cue.Board | Cue.Final | Cue.It | Cue.Sofar },
        new(Intent.Export) { All = Cue.Final | Cue.Place, None = Cue.HeadCreate | Cue.Ask | Cue.Past | Cue.Change | Cue.Exported },
        new(Intent.Export) { All = Cue.HeadEdit | Cue.Format | Cue.Final },
        new(Intent.Export) { Any = Cue.HeadExport, None = Cue.Content },
        new(Intent.Export) { All = Cue.Export, None = Cue.HeadCreate | Cue.HeadEdit | Cue.Content | Cue.Past },
        new(Intent.Export) { All = Cue.HeadTransfer, Any = Cue.Final | Cue.Place | Cue.Format | Cue.AudioOnly },
        new(Intent.Export) { All = Cue.HeadTransfer, Any = Cue.Video | Cue.Size, None = Cue.Feature | Cue.Change | Cue.Fresh },
        new(Intent.Export) { All = Cue.HeadTransfer | Cue.Short, None = Cue.Feature | Cue.Change | Cue.Edit | Cue.Create | Cue.Material | Cue.Mine | Cue.Fresh | Cue.Content | Cue.Quote | Cue.Path | Cue.Url | Cue.Bare },
        new(Intent.Export) { All = Cue.HeadTransfer | Cue.It, None = Cue.Feature | Cue.Change | Cue.Edit },
        new(Intent.Export) { All = Cue.HeadWant, Any = Cue.Final | Cue.Place | Cue.Format, None = Verb | Cue.Change },
        new(Intent.Export) { All = Cue.HeadWant | Cue.Transfer, Any = Cue.Video | Cue.It | Cue.Size, None = Verb | Cue.Change | Cue.Fresh },
        new(Intent.Export) { All = Cue.Transfer, Any = Cue.Final | Cue.Format, None = Verb | Cue.Change | Cue.Past },
        new(Intent.Export) { All = Cue.AudioOnly },
        new(Intent.Export) { All = Cue.Finish | Cue.Final, None = Verb },
        new(Intent.Export) { Any = Cue.Final, None = Verb | Cue.Change | Cue.Feature | Cue.Past, All = Cue.Short },
        new(Intent.Export) { All = Cue.Format, None = Verb | Cue.Change | Cue.Feature },

        // Left over.
        new(Intent.State) { All = Cue.Show, Any = Cue.Board | Cue.Sofar, None = Verb },
        new(Intent.Generate) { Any = Verb | Cue.Change },
        new(Intent.Generate) { All = Cue.Feature | Cue.Want },
    ];

    public static Intent? Match(Cue cues)
    {
        foreach (var rule in s_rules)
        {
            if ((cues & rule.All) == rule.All && (rule.Any == Cue.None || (cues & rule.Any) != Cue.None) && (cues & rule.None) == Cue.None)
            {
                return rule.Intent;
            }
        }

        return null;
    }

    private sealed record Rule(Intent? Intent)
    {
        public Cue All { get; init; }

        public Cue Any { get; init; }

        public Cue None { get; init; }
    }
}
