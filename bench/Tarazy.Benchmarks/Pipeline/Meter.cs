using System.Diagnostics;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary>CPU time of the process, wall time, memory taken and bytes allocated since it was made.</summary>
internal sealed class Meter
{
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly long _wall = Stopwatch.GetTimestamp();
    private readonly long _allocated = GC.GetTotalAllocatedBytes();

    public double CpuMicroseconds => (Environment.CpuUsage.TotalTime - _cpu).TotalMicroseconds;

    public double Seconds => Stopwatch.GetElapsedTime(_wall).TotalSeconds;

    public long Allocated => GC.GetTotalAllocatedBytes() - _allocated;

    /// <summary>Resident memory in mebibytes.</summary>
    public static long Resident
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.WorkingSet64 >> 20;
        }
    }
}
