using VideoCreateAi.Studio.Library;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Bounds;

public sealed class SteadyStreamTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task What_keeps_coming_comes_through()
    {
        var bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);
        await using var stream = new SteadyStream(new MemoryStream(bytes), _clock);
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy);

        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_stops_is_given_up()
    {
        await using var stream = new SteadyStream(new Dripping(), _clock);

        var reading = stream.ReadAsync(new byte[100]).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(31));

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(() => reading);
        Assert.Equal("url_unreachable", refusal.Reason);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_body_that_drips_steadily_is_given_up_too()
    {
        var source = new Dripping();
        await using var stream = new SteadyStream(source, _clock);

        for (var drop = 0; drop < 29; drop++)
        {
            source.Give(1);
            Assert.Equal(1, await stream.ReadAsync(new byte[100]));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        var reading = stream.ReadAsync(new byte[100]).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<MediaRefusedException>(() => reading);
    }

    [Fact(Timeout = 60_000)]
    public async Task However_fast_it_is_it_ends_some_time()
    {
        var source = new Dripping();
        await using var stream = new SteadyStream(source, _clock);
        var buffer = new byte[512 * 1024];

        async Task DrinkAsync()
        {
            while (true)
            {
                source.Give(buffer.Length);
                Assert.Equal(buffer.Length, await stream.ReadAsync(buffer));
                _clock.Advance(TimeSpan.FromSeconds(29));
            }
        }

        await Assert.ThrowsAsync<MediaRefusedException>(DrinkAsync);
    }

    [Fact]
    public async Task A_broken_connection_is_a_refusal_of_the_address()
    {
        await using var stream = new SteadyStream(new Breaking(), _clock);

        var refusal = await Assert.ThrowsAsync<MediaRefusedException>(async () => await stream.ReadExactlyAsync(new byte[10]));

        Assert.Equal("url_unreachable", refusal.Reason);
    }

    /// <summary>Gives what it was given, and else waits until it is cancelled.</summary>
    private sealed class Dripping : MemoryStream
    {
        private int _ready;

        public void Give(int bytes) => _ready = bytes;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_ready == 0)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            var given = Math.Min(_ready, buffer.Length);
            _ready -= given;
            return given;
        }
    }

    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The other side is gone.");
    }
}
