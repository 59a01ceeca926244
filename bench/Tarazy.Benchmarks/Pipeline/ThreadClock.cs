using System.Runtime.InteropServices;

namespace Tarazy.Benchmarks.Pipeline;

/// <summary>CPU time of the calling thread alone, so that a stage can be told from those that run beside it. Linux only.</summary>
internal static class ThreadClock
{
    private const int ThreadCpu = 3; // CLOCK_THREAD_CPUTIME_ID, clock_gettime(2)

    public static double Microseconds
    {
        get
        {
            _ = GetTime(ThreadCpu, out var now);
            return (now.Seconds * 1e6) + (now.Nanoseconds / 1e3);
        }
    }

#pragma warning disable SYSLIB1054 // Its generated code needs unsafe blocks; these arguments need no marshalling.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
