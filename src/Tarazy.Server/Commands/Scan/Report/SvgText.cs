using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Tarazy.Server.Commands.Scan.Report;

/// <summary>A label in a drawing. In a page the name <c>text</c> means something else, so it is drawn here.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    [Parameter]
    public string Class { get; set; } = "";

    [Parameter]
    public double X { get; set; }

    [Parameter]
    public double Y { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class.Length == 0 ? null : Class);
        builder.AddAttribute(2, "x", Say.Place(X));
        builder.AddAttribute(3, "y", Say.Place(Y));
        builder.AddContent(4, Value);
        builder.CloseElement();
    }
}
