using SharpFuzz;
using Tarazy.Fuzz;

// dotnet Tarazy.Fuzz.dll TARGET           under afl-fuzz (see the script "run")
// dotnet Tarazy.Fuzz.dll TARGET FILE...   each file once, to look at a finding
var target = FuzzTarget.All.FirstOrDefault(one => args.Length > 0 && one.Name == args[0]);
if (target is null)
{
    Console.Error.WriteLine($"Name one of: {string.Join(", ", FuzzTarget.All.Select(one => one.Name))}.");
    return 2;
}

if (args.Length > 1)
{
    foreach (var file in args.Skip(1))
    {
        target.Try(await File.ReadAllBytesAsync(file));
        Console.WriteLine($"{file}: well");
    }

    return 0;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    target.Try(bytes.ToArray());
});
return 0;
