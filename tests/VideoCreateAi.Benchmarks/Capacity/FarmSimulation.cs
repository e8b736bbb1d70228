namespace VideoCreateAi.Benchmarks.Capacity;

/// <summary>A farm, event after event: exports come, wait for a ticket of the job engine and a place for work, are cut, made in parts
/// within their user's share, joined, and looked at. The same seed gives the same hours.</summary>
internal sealed class FarmSimulation(Workload load, ServiceTimes times, FarmRules rules, int slots, int seed)
{
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, (double Time, long Order)> _events = new();
    private readonly Queue<Ticket> _tickets = new();
    private readonly User[] _users = [.. Enumerable.Range(0, load.Users).Select(_ => new User())];
    private readonly List<double> _waits = [];
    private readonly List<double> _spans = [];

    private double _now;
    private long _order;
    private int _taken;
    private bool _engineIsBusy;
    private double _reviewedUntil;
    private double _work;
    private double _warm;
    private double _end;
    private long _exports;
    private long _issued;
    private int _unfinished;

    /// <param name="exports">How many come. The first tenth is not counted.</param>
    public FarmOutcome Run(int exports)
    {
        _end = exports / load.PerHour * 3600;
        _warm = _end / 10;
        At(Gap(), Arrive);
        while (_events.TryDequeue(out var happen, out var key) && key.Time <= _end)
        {
            _now = key.Time;
            happen();
        }

        _waits.Sort();
        _spans.Sort();
        return new FarmOutcome(_waits, _spans, _exports, _issued, _work / (slots * (_end - _warm)), _unfinished);
    }

    private void Arrive()
    {
        At(_now + Gap(), Arrive);
        var export = new Export(_now, load.Length(_random), _users[_random.Next(_users.Length)]);
        _exports += IsWarm ? 1 : 0;
        _unfinished++;
        if (export.Seconds < rules.CutFrom)
        {
            Enqueue(new Ticket(times.Whole.Of(export.Seconds), () => Begun(export), () => HandIn(export)));
        }
        else
        {
            Enqueue(new Ticket(times.Cut.Of(export.Seconds), () => Begun(export), () => Cut(export)));
        }
    }

    private void Begun(Export export)
    {
        if (IsWarm)
        {
            _waits.Add(_now - export.Asked);
        }
    }

    private void Cut(Export export)
    {
        var parts = Math.Max(2, (int)Math.Ceiling(export.Seconds / rules.PartLength));
        export.Left = parts + 1;
        export.User.Waiting.Enqueue((export, times.Sound.Of(export.Seconds)));
        for (var part = 0; part < parts; part++)
        {
            export.User.Waiting.Enqueue((export, times.Part.Of(export.Seconds / parts)));
        }

        Advance(export.User);
    }

    // Of a user's parts only some are in the queue, by how many places there are.
    private void Advance(User user)
    {
        while (user.Taken < rules.Window * slots && user.Waiting.TryDequeue(out var next))
        {
            user.Taken++;
            Enqueue(new Ticket(next.Time, static () => { }, () => PartMade(next.Export)));
        }
    }

    private void PartMade(Export export)
    {
        export.User.Taken--;
        if (--export.Left == 0)
        {
            Enqueue(new Ticket(times.Join.Of(export.Seconds), static () => { }, () => HandIn(export)));
        }

        Advance(export.User);
    }

    private void HandIn(Export export)
    {
        var begun = Math.Max(_reviewedUntil, _now + rules.ReviewInterval * _random.NextDouble());
        _reviewedUntil = begun + times.Review.Of(export.Seconds);
        At(_reviewedUntil, () =>
        {
            _unfinished--;
            if (IsWarm)
            {
                _spans.Add(_now - export.Asked);
            }
        });
    }

    private void Enqueue(Ticket ticket)
    {
        _issued += IsWarm ? 1 : 0;
        _tickets.Enqueue(ticket);
        Deal(idles: true);
    }

    // One ticket after the other: the engine has one lock.
    private void Deal(bool idles)
    {
        if (_engineIsBusy || _taken == slots || !_tickets.TryDequeue(out var ticket))
        {
            return;
        }

        _taken++;
        _engineIsBusy = true;
        At(_now + rules.TicketTime, () =>
        {
            _engineIsBusy = false;
            var delay = idles ? rules.IdleDelay.Least + (rules.IdleDelay.Most - rules.IdleDelay.Least) * _random.NextDouble() : 0;
            At(_now + delay, () => Start(ticket));
            Deal(idles);
        });
    }

    private void Start(Ticket ticket)
    {
        ticket.Begun();
        _work += Math.Max(0, Math.Min(_end, _now + ticket.Time) - Math.Max(_warm, _now));
        At(_now + ticket.Time, () =>
        {
            _taken--;
            ticket.Done();
            Deal(idles: false);
        });
    }

    private bool IsWarm => _now >= _warm;

    private double Gap() => -Math.Log(1 - _random.NextDouble()) * 3600 / load.PerHour;

    private void At(double time, Action happen) => _events.Enqueue(happen, (time, _order++));

    private sealed record Ticket(double Time, Action Begun, Action Done);

    private sealed record Export(double Asked, double Seconds, User User)
    {
        public int Left { get; set; }
    }

    private sealed class User
    {
        public int Taken { get; set; }

        public Queue<(Export Export, double Time)> Waiting { get; } = new();
    }
}
