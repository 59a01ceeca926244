using System.Text;
using System.Text.Json.Nodes;
using Tarazy.Records.Canonical;

namespace Tarazy.Tests.Records;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":[true,false,null,"x"]}""", """{"a":[true,false,null,"x"],"b":1}""")]
    [InlineData("{\"€\":\"Euro\",\"\\r\":\"CR\",\"1\":\"One\",\"ö\":\"O\",\"😀\":\"smile\",\"\uFB33\":\"dalet\"}", "{\"\\r\":\"CR\",\"1\":\"One\",\"ö\":\"O\",\"€\":\"Euro\",\"😀\":\"smile\",\"\uFB33\":\"dalet\"}")] // RFC 8785, 3.2.3
    [InlineData("\"\\u000f\\u000aA'B\\\"\\\\\\/\"", "\"\\u000f\\nA'B\\\"\\\\/\"")] // RFC 8785, 3.2.2.2
    public void Names_are_sorted_and_strings_escaped_as_the_rfc_says(string given, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonNode.Parse(given))));

    [Theory]
    [InlineData("0.5")]
    [InlineData("1e30")]
    public void A_number_that_is_not_whole_is_refused(string number) =>
        Assert.Throws<NotSupportedException>(() => CanonicalJson.Bytes(JsonNode.Parse(number)));
}
