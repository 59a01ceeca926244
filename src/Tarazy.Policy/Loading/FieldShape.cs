using System.Text.Json.Nodes;

namespace Tarazy.Policy.Loading;

/// <summary>
/// The fields of one mapping, written down while the readers run over nothing. The JSON Schema is made of it, so a field cannot be read
/// and not be in the schema, or be in the schema and not be read.
/// </summary>
internal sealed class FieldShape
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Func<JsonObject>> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _conditional = new(StringComparer.Ordinal);
    private JsonObject? _anyName;

    /// <summary>A field that must be there. What was said first of a field stands, unless a list or mapping is read beside a word.</summary>
    public void Owed(string name, Func<JsonObject> schema)
    {
        if (Add(name, schema) && !_conditional.Contains(name))
        {
            _owed.Add(name);
        }
    }

    public void May(string name, Func<JsonObject> schema) => Add(name, schema);

    /// <summary>A field that must be there even if its value is not known.</summary>
    public void Named(string name) => _owed.Add(name);

    /// <summary>A field that is read only when it is there, or only under a condition.</summary>
    public void Conditional(string name)
    {
        if (!_fields.ContainsKey(name))
        {
            _conditional.Add(name);
        }
    }

    /// <summary>Another way to write a field, e.g. a word or a mapping.</summary>
    public void Also(string name, Func<JsonObject> schema)
    {
        var first = _fields[name];
        _fields[name] = () => new JsonObject { ["anyOf"] = new JsonArray(first(), schema()) };
    }

    public bool Knows(string name) => _fields.ContainsKey(name);

    /// <summary>A mapping whose names are data.</summary>
    public void AnyName(JsonObject names, JsonObject values) =>
        _anyName = new JsonObject { ["type"] = "object", ["propertyNames"] = names, ["additionalProperties"] = values };

    public JsonObject Schema(Func<string, string?>? describe = null)
    {
        if (_anyName is { } any)
        {
            return any.DeepClone().AsObject();
        }

        var properties = new JsonObject();
        foreach (var name in _order)
        {
            var schema = _fields[name]();
            properties[name] = describe?.Invoke(name) is { } says ? Described(says, schema) : schema;
        }

        var shape = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (_owed.Count > 0)
        {
            shape["required"] = new JsonArray([.. _order.Where(_owed.Contains).Select(name => JsonValue.Create(name))]);
        }

        return shape;
    }

    private static JsonObject Described(string says, JsonObject schema)
    {
        var described = new JsonObject { ["description"] = says };
        foreach (var (key, value) in schema)
        {
            described[key] = value?.DeepClone();
        }

        return described;
    }

    private bool Add(string name, Func<JsonObject> schema)
    {
        if (!_fields.TryAdd(name, schema))
        {
            return false;
        }

        _order.Add(name);
        return true;
    }
}
