using System.Text.Json;
using VideoCreateAi.Mcp.Features.Editing;
using VideoCreateAi.Studio;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Director.Structured;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Edits given as a list are done to the letter, all of them or none.</summary>
public sealed class DirectorTakesExactEdits
{
    private const string Files = "oak.jpg elm.jpg fir.jpg walk.mp4:12 song.mp3:90 voice.mp3:4 logo.png";

    private const string Laid = """[{"op":"order","order":["oak.jpg","elm.jpg","fir.jpg","walk.mp4"]}]""";

    [Theory]
    [InlineData("""[{"op":"length","seconds":2,"target":"images"}]""", "total 18")]
    [InlineData("""[{"op":"length","seconds":4.5,"target":"2"}]""", "elm 3-7.5;total 22.5")]
    [InlineData("""[{"op":"total","seconds":16}]""", "total 16")]
    [InlineData("""[{"op":"canvas","aspect":"9:16","resolution":"720p","fps":25}]""", "720x1280@25")]
    [InlineData("""[{"op":"canvas","width":640,"height":360}]""", "640x360")]
    [InlineData("""[{"op":"remove","target":"1,3"}]""", "elm 0-3, walk 3-15")]
    [InlineData("""[{"op":"keep_only","target":"1-2"}]""", "oak 0-3, elm 3-6;total 6")]
    [InlineData("""[{"op":"add","asset":"logo.png","to":"before 2","seconds":1}]""", "oak 0-3, logo 3-4, elm 4-7, fir 7-10, walk 10-22")]
    [InlineData("""[{"op":"replace","target":"last","asset":"logo.png"}]""", "fir 6-9, logo 9-21;total 21")]
    [InlineData("""[{"op":"repeat","target":"oak.jpg","value":3}]""", "oak 0-3, oak 3-6, oak 6-9, elm 9-12")]
    [InlineData("""[{"op":"move","target":"last","to":"start"}]""", "walk 0-12, oak 12-15, elm 15-18, fir 18-21")]
    [InlineData("""[{"op":"move","target":"1","to":"after fir.jpg"}]""", "elm 0-3, fir 3-6, oak 6-9, walk 9-21")]
    [InlineData("""[{"op":"swap","target":1,"with":4}]""", "walk 0-12, elm 12-15, fir 15-18, oak 18-21")]
    [InlineData("""[{"op":"reverse_order"}]""", "walk 0-12, fir 12-15, elm 15-18, oak 18-21")]
    [InlineData("""[{"op":"trim","target":"walk.mp4","start":2,"end":7}]""", "walk 9-14 (2-7);total 14")]
    [InlineData("""[{"op":"cut_out","target":"walk.mp4","start":2,"end":4}]""", "walk 9-11, walk 11-19 (4-12);total 19")]
    [InlineData("""[{"op":"cut_out","start":-5}]""", "total 16")]
    [InlineData("""[{"op":"keep","start":3,"end":9}]""", "elm 0-3, fir 3-6;total 6")]
    [InlineData("""[{"op":"split","target":"walk.mp4","start":5}]""", "walk 9-14, walk 14-21 (5-12);total 21")]
    [InlineData("""[{"op":"hold","target":"walk.mp4","seconds":2}]""", "total 23")]
    [InlineData("""[{"op":"speed","target":"walk.mp4","value":2}]""", "2x;total 15")]
    [InlineData("""[{"op":"reverse","target":"clips"},{"op":"rotate","target":"clips","value":90}]""", "reversed;rot90")]
    [InlineData("""[{"op":"flip","kind":"horizontal","target":"first"},{"op":"fit","kind":"contain"},{"op":"motion","kind":"pan_left","target":"2"}]""", "oak 0-3 flip Horizontal Contain;elm 3-6 Contain")]
    [InlineData("""[{"op":"transition","kind":"wipe","seconds":1}]""", "<wipe 1")]
    [InlineData("""[{"op":"title","text":"Trees","start":1,"end":4,"position":"top"}]""", "title Trees 1-4 Top")]
    [InlineData("""[{"op":"title","text":"The end","start":-3}]""", "title The end 18-21")]
    [InlineData("""[{"op":"title","text":"Elm","target":"elm.jpg"}]""", "title Elm 3-6")]
    [InlineData("""[{"op":"captions","lines":["One","Two","Three","Four"]}]""", "caption One 0-3;caption Four 9-21")]
    [InlineData("""[{"op":"caption","text":"Late","start":10,"end":12}]""", "caption Late 10-12")]
    [InlineData("""[{"op":"music","asset":"song.mp3","value":0.4}]""", "music song.mp3 0-21 40%")]
    [InlineData("""[{"op":"music","kind":"calm piano","fade_out":3}]""", "music calm piano 0-21")]
    [InlineData("""[{"op":"voiceover","asset":"voice.mp3","start":2}]""", "voice voice.mp3 2-6")]
    [InlineData("""[{"op":"volume","target":"walk.mp4","value":0}]""", "vol0")]
    [InlineData("""[{"op":"filter","kind":"bw","target":"2"},{"op":"adjust","kind":"contrast","value":0.3}]""", "elm 3-6 bw +contrast")]
    [InlineData("""[{"op":"overlay","asset":"logo.png","position":"top-right","value":0.5}]""", "over logo.png top-right 0-21 50%")]
    [InlineData("""[{"op":"fade","fade_in":1,"fade_out":2}]""", "fade-in 1;fade-out 2")]
    public void One_operation_does_what_it_says(string operations, string facts)
    {
        var conversation = new Conversation(Files).Do(Laid).Do(operations);

        Assert.True(conversation.Last is TurnResult.Changed, conversation.Reply);
        Assert.All(facts.Split(';'), fact => Assert.True(conversation.Shown.Contains(fact, StringComparison.Ordinal), $"{fact}\n  shown: {conversation.Shown}"));
    }

    [Fact]
    public void The_first_list_begins_with_every_file_that_was_uploaded()
    {
        var conversation = new Conversation("oak.jpg elm.jpg logo.png").Do(
            """[{"op":"overlay","asset":"logo.png"},{"op":"total","seconds":10},{"op":"canvas","aspect":"1:1"},{"op":"title","text":"Trees","seconds":2}]""");

        Assert.Contains("oak 0-5, elm 5-10 |", conversation.Shown + " |", StringComparison.Ordinal);
        Assert.Contains("total 10", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_are_changed_and_removed_by_their_text()
    {
        var conversation = new Conversation(Files).Do(Laid).Do("""[{"op":"title","text":"One"},{"op":"title","text":"Two"}]""")
            .Do("""[{"op":"change_title","target":"One","text":"Uno","color":"#ffcc00"},{"op":"remove_title","target":"Two"}]""");

        Assert.Contains("title Uno", conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Two", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_comes_first_and_the_rest_is_done_on_what_is_back()
    {
        var conversation = new Conversation(Files).Do(Laid).Do("""[{"op":"filter","kind":"bw"}]""").Do("""[{"op":"undo"},{"op":"filter","kind":"warm","target":"1"}]""");

        Assert.DoesNotContain("bw", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("warm", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_told_with_its_place_its_field_and_what_is_allowed()
    {
        var conversation = new Conversation(Files).Do(Laid).Do("""
            [{"op":"speed","value":50},{"op":"fly"},{"op":"title","txt":"x"},{"op":"add","asset":"none.png"},{"op":"length","seconds":"3","target":"nowhere"},
             7,{"op":"canvas","width":100},{"op":"transition","kind":"boom"},{"op":"filter","kind":"bw"}]
            """);
        var problems = Assert.IsType<TurnResult.Rejected>(conversation.Last).Problems;

        Assert.Equal(
            [
                ("operations[0] (speed)", "0.1 to 20"), ("operations[1]", "\"fly\""), ("operations[2] (title)", "no field txt"), ("operations[2] (title)", "text is missing"),
                ("operations[3] (add)", "oak.jpg"), ("operations[4] (length)", "target is \"nowhere\""), ("operations[4] (length)", "seconds is \"3\""),
                ("operations[5]", "op is missing"), ("operations[6] (canvas)", "width and height"), ("operations[7] (transition)", "crossfade, fade, wipe"),
            ],
            problems.Select(problem => (problem[..problem.IndexOf(':', StringComparison.Ordinal)], problem)).Zip(
                ["0.1 to 20", "\"fly\"", "no field txt", "text is missing", "oak.jpg", "target is \"nowhere\"", "seconds is \"3\"", "op is missing", "width and height", "crossfade, fade, wipe"],
                (row, part) => (row.Item1, row.problem.Contains(part, StringComparison.Ordinal) ? part : row.problem)).ToArray());
        Assert.DoesNotContain("bw", conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"op":"filter","kind":"bw"},{"op":"remove","target":"9"}]""", "operations[1] (remove): There is no 9th shot; the video has 4 shots.")]
    [InlineData("""[{"op":"filter","kind":"bw"},{"op":"speed","target":"oak.jpg","value":2}]""", "operations[1] (speed): Only clips have a speed")]
    [InlineData("""[{"op":"filter","kind":"bw"},{"op":"trim","target":"walk.mp4","end":40}]""", "operations[1] (trim): walk.mp4 is 12 s long")]
    [InlineData("""[{"op":"filter","kind":"bw"},{"op":"remove_title"}]""", "operations[1] (remove_title): There is no title to remove.")]
    [InlineData("""[{"op":"filter","kind":"bw"},{"op":"undo"}]""", "operations[1] (undo): it must be the first operation.")]
    [InlineData("""{"op":"filter"}""", "operations must be a list of 1 to 100 objects.")]
    [InlineData("[]", "operations must be a list of 1 to 100 objects.")]
    public void What_the_timeline_does_not_allow_leaves_all_of_it_undone(string operations, string problem)
    {
        var conversation = new Conversation(Files).Do(Laid).Do(operations);

        Assert.StartsWith(problem, Assert.Single(Assert.IsType<TurnResult.Rejected>(conversation.Last).Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("bw", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_tells_of_every_operation_and_field()
    {
        using var schema = JsonDocument.Parse(StudioOperations.Schema);
        var forms = schema.RootElement.GetProperty("items").GetProperty("oneOf").EnumerateArray().ToDictionary(
            form => form.GetProperty("properties").GetProperty("op").GetProperty("const").GetString()!,
            form => form.GetProperty("properties").EnumerateObject().Select(property => property.Name).Skip(1).Order());

        Assert.Equal(OperationForms.All.ToDictionary(form => form.Op, form => form.Fields.Order()), forms);
        Assert.All(OperationForms.All, form => Assert.All(form.Fields.Concat(OperationForm.Names(form.AnyOf)), name => Assert.NotNull(OperationFields.Find(name))));
        Assert.Equal(forms.Count, OperationForms.All.Select(form => form.Op).Distinct().Count());
    }

    [Fact]
    public void What_the_tool_declares_is_what_the_studio_takes()
    {
        var declared = typeof(EditOperationItem).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).Order();
        var words = typeof(EditOperationItem).GetProperty("Op")!.GetCustomAttributes(false).OfType<System.ComponentModel.DescriptionAttribute>().Single().Description;

        Assert.Equal(OperationFields.All.Select(field => field.Name).Append("op").Order(), declared);
        Assert.All(OperationForms.All, form => Assert.Matches($@"\b{form.Op}\b", words));
    }
}
