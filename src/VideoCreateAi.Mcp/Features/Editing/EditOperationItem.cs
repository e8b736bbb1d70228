using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.Editing;

/// <summary>One exact edit as edit_video's schema declares it. Which fields an op has stands in the form that is a resource.</summary>
internal sealed record EditOperationItem
{
    [Description("""
        Shots: order(order) reverse_order() add(asset,to,seconds) remove|keep_only(target) replace(target,asset) repeat(value,target) move(target,to) swap(target,with) split(start,target) keep|cut_out|trim(target,start,end) hold(seconds,target) length(seconds,target) total(seconds) speed(value,target,start,end) undo(value).
        Picture: canvas(aspect,resolution,fps or width,height) reverse(target) rotate(value,target) flip|fit|motion|filter(kind,target) adjust(kind,value,target) transition(kind,seconds,target) fade(fade_in,fade_out) overlay(asset,position,size,value,start,end,target) remove_overlay(asset) side_by_side(asset,with,kind).
        Text: title(text,start,end,seconds,target,look) change_title(target,text,…) remove_title(target) caption(text,start,end) captions(lines or kind) remove_captions().
        Sound: music(kind or asset,value,start,end,fade_in,fade_out) remove_music() voiceover(text or asset,start,value) remove_voiceover() effect(asset,start,value) volume(value,target).
        """)]
    public required string Op { get; init; }

    [Description("Shots: all (default), images, clips, first, last, 2, 2-4, \"1,3\" or a file name. Of titles: the text. Of volume also: music.")]
    public string? Target { get; init; }

    [Description("Name of an uploaded file.")]
    public string? Asset { get; init; }

    [Description("The other shot or file.")]
    public string? With { get; init; }

    [Description("start, end, 3, before 2, after beach.jpg.")]
    public string? To { get; init; }

    [Description("Shots by number or file name; the rest is left out.")]
    public string[]? Order { get; init; }

    public string? Text { get; init; }

    [Description("A caption each.")]
    public string[]? Lines { get; init; }

    [Description("flip: horizontal, vertical; fit: cover, contain, blur; motion: none, zoom_in, zoom_out, pan_left, pan_right, pan_up, pan_down; filter: none, warm, cool, bw, vintage; adjust: brightness, contrast, saturation; transition: none, crossfade, fade, wipe, slide, zoom; side_by_side: stacked; captions: voiceover; music: a mood.")]
    public string? Kind { get; init; }

    [Description("Speed factor; volume 0 to 2; opacity 0 to 1; degrees clockwise; adjust -1 to 1; plays; undo steps.")]
    public double? Value { get; init; }

    public double? Seconds { get; init; }

    [Description("Seconds; below 0 counts from the end.")]
    public double? Start { get; init; }

    public double? End { get; init; }

    [Description("top-left … bottom-right, center.")]
    public string? Position { get; init; }

    [Description("Look of a text: #RRGGBB.")]
    public string? Color { get; init; }

    [Description("1 = usual.")]
    public double? Size { get; init; }

    [Description("none, fade, slide, pop, typewriter.")]
    public string? Animation { get; init; }

    [Description("plain, outline, shadow, box, highlight.")]
    public string? Style { get; init; }

    public double? FadeIn { get; init; }

    public double? FadeOut { get; init; }

    [Description("9:16")]
    public string? Aspect { get; init; }

    [Description("1080p")]
    public string? Resolution { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public int? Fps { get; init; }
}
