using VideoCreateAi.Studio.Rendering.Chunks;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Chunks;

public sealed class ChunkSharesTests
{
    private static readonly int[] s_frames = [90, 87, 177, 177, 177, 192];

    [Theory]
    [InlineData(1, "0 1 2 3 4 5")]
    [InlineData(2, "0 1 2 3|4 5")]
    [InlineData(3, "0 1 2|3|4 5")]
    [InlineData(4, "0 1|2 3|4|5")]
    public void Neighbours_stay_together_and_every_encoder_gets_about_as_many_frames(int encoders, string expected)
    {
        var shares = ChunkShares.Of([.. Enumerable.Range(0, s_frames.Length)], chunk => s_frames[chunk], encoders);

        Assert.Equal(expected, string.Join('|', shares.Select(share => string.Join(' ', share))));
    }

    [Fact]
    public void Nothing_to_encode_needs_no_encoder_and_one_chunk_needs_one()
    {
        Assert.Empty(ChunkShares.Of([], _ => 1, 4));
        Assert.Equal([3], Assert.Single(ChunkShares.Of([3], _ => 90, 4)));
    }

    [Fact]
    public void Every_chunk_is_dealt_out_once_and_in_order()
    {
        var dice = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var frames = Enumerable.Range(0, dice.Next(1, 40)).Select(_ => dice.Next(1, 300)).ToArray();
            var shares = ChunkShares.Of([.. Enumerable.Range(0, frames.Length)], chunk => frames[chunk], dice.Next(1, 9));

            Assert.Equal(Enumerable.Range(0, frames.Length), shares.SelectMany(share => share));
            Assert.All(shares, share => Assert.NotEmpty(share));
        }
    }
}
