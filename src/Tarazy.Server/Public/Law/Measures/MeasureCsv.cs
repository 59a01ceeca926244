using System.Text;
using Tarazy.Policy.StateMeasures;
using Tarazy.Server.Public.Register;

namespace Tarazy.Server.Public.Law.Measures;

/// <summary>The records as RFC 4180 has it, with the field names and words of their files. Sources and grounds are joined by spaces.</summary>
internal static class MeasureCsv
{
    public static string Write(IEnumerable<StateMeasure> measures)
    {
        var file = new StringBuilder().AppendJoin(',', MeasureFields.Names).Append("\r\n");
        foreach (var measure in measures)
        {
            file.AppendJoin(',', MeasureFields.Of(measure).Select(field => RegisterCsv.Field(field.Text))).Append("\r\n");
        }

        return file.ToString();
    }
}
