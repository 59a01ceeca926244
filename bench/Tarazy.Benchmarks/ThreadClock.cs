using System.Runtime.InteropServices;

namespace Tarazy.Benchmarks;

/// <summary>CPU time of the calling thread alone: fine enough for a few microseconds of work between other work. Linux only.</summary>
internal static class ThreadClock
{
    private const int OfThread = 3; // CLOCK_THREAD_CPUTIME_ID, clock_gettime(2)

    public static double Microseconds => Now / 1e3;

    /// <summary>In nanoseconds.</summary>
    public static long Now
    {
        get
        {
            _ = GetTime(OfThread, out var time);
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

#pragma warning disable SYSLIB1054 // Its generated code needs unsafe blocks, which this project does without; these arguments need no marshalling.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);
#pragma warning restore SYSLIB1054

    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
