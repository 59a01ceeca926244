using BenchmarkDotNet.Running;
using Tarazy.Benchmarks.Export;
using Tarazy.Benchmarks.Peers;
using Tarazy.Benchmarks.Pipeline;

// make FILE BYTES | parse FILE | pipeline FILE... | look FILE | peer whole FILE | peer NAME FOLDER | micro [BenchmarkDotNet's options]
return args switch
{
    ["make", var file, var bytes] => MakeExport.Run(file, bytes),
    ["parse", var file] => await ParseRun.RunAsync(file),
    ["pipeline", .. var files] when files.Length > 0 => await PipelineRun.RunAsync(files),
    ["look", var file] => await LookRun.RunAsync(file),
    ["peer", "whole", var file] => await WholeRun.RunAsync(file),
    ["peer", var name, var folder] => PeerRuns.Run(name, folder),
    ["micro", .. var options] => Micro(options),
    _ => Usage(),
};

static int Micro(string[] options)
{
    BenchmarkSwitcher.FromAssembly(typeof(MakeExport).Assembly).Run(options);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("make FILE BYTES | parse FILE | pipeline FILE... | look FILE | peer whole FILE | peer NAME FOLDER | micro [options]");
    return 2;
}
