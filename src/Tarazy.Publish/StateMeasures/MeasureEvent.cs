using System.Text.Json.Serialization;
using Tarazy.Policy.StateMeasures;

namespace Tarazy.Publish.StateMeasures;

/// <summary>What happened to one record of the register of state measures. The record that is shown is what its events say, in order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(MeasureEntered), "entered")]
[JsonDerivedType(typeof(MeasureRevised), "revised")]
[JsonDerivedType(typeof(MeasureWithdrawn), "withdrawn")]
[JsonDerivedType(typeof(ShippedMeasureChanged), "shipped-changed")]
[JsonDerivedType(typeof(MeasureKept), "kept")]
public abstract record MeasureEvent;

/// <summary>The first edition, from the files of a release or from the desk.</summary>
/// <param name="Reason">Null for a shipped record, which needs none.</param>
public sealed record MeasureEntered(StateMeasure Record, MeasureOrigin Origin, string? Reason = null) : MeasureEvent;

/// <summary>A new edition of the whole record. It takes a withdrawn record up again.</summary>
public sealed record MeasureRevised(StateMeasure Record, MeasureOrigin Origin, string? Reason = null) : MeasureEvent;

/// <summary>The record should not have stood. It stays readable, with this reason before it.</summary>
public sealed record MeasureWithdrawn(string Reason) : MeasureEvent;

/// <summary>A later release ships another text of a record that this desk has made its own. What is shown stays; an admin is told.</summary>
public sealed record ShippedMeasureChanged(StateMeasure Record) : MeasureEvent;

/// <summary>An admin saw that the shipped record differs and keeps the desk's.</summary>
public sealed record MeasureKept(string Reason) : MeasureEvent;

/// <summary>Who wrote an edition.</summary>
public enum MeasureOrigin
{
    /// <summary>It came with the software.</summary>
    Shipped,

    /// <summary>A person of this desk wrote it.</summary>
    Desk,
}
