// The library for C#, through P/Invoke: what this example needs of it.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace TiersPayant
{
    public enum Format { Ssv = 1, AdriJson = 2, CnamDroits = 3, C2s = 4, Snapshots = 5 }

    public enum Verdict { Undetermined = 0, Billable = 1, NotBillable = 2, NotAsked = 3 }

    public sealed class Reason
    {
        public string Id;
        public string Text;
        public List<string> Remedies = new List<string>();
    }

    public sealed class Answer
    {
        public Verdict Verdict;
        public List<Reason> Reasons = new List<Reason>();
    }

    /// What a file says of the rights, and when it was read: yyyymmddhhmmss.
    public struct Rights
    {
        public Format Format;
        public byte[] Bytes;
        public long ObservedAt;
    }

    public sealed class TiersPayantException : Exception
    {
        public int Status { get; private set; }
        public TiersPayantException(int status, string message) : base(message) { Status = status; }
    }

    /// Made once and shared by threads.
    public sealed class Engine : IDisposable
    {
        private IntPtr engine;

        public Engine()
        {
            if (Native.tp_abi_check(0, 1) != 0)
                throw new InvalidOperationException("another version of the library");
            Native.SameSize("tp_summary", typeof(Native.Summary));
            Native.SameSize("tp_reason", typeof(Native.ReasonOut));
            IntPtr error;
            Native.Need(Native.tp_engine_new(out engine, out error), error);
        }

        public void Dispose()
        {
            Native.tp_engine_free(engine);
            engine = IntPtr.Zero;
        }

        public Answer Check(byte[] claim, params Rights[] rights)
        {
            IntPtr error, dossier, result = IntPtr.Zero;
            Native.Need(Native.tp_dossier_from_claim_json(claim, (UIntPtr)claim.Length, out dossier, out error), error);
            try
            {
                foreach (var one in rights)
                    Add(dossier, one);
                var summary = new Native.Summary { size = (uint)Marshal.SizeOf(typeof(Native.Summary)) };
                Native.Need(Native.tp_check(engine, dossier, ref summary, out result, out error), error);
                var answer = new Answer { Verdict = (Verdict)summary.verdict };
                for (uint i = 0; i < summary.reasonCount; i++)
                    answer.Reasons.Add(ReasonOf(result, (UIntPtr)i));
                return answer;
            }
            finally
            {
                Native.tp_result_free(result);
                Native.tp_dossier_free(dossier);
            }
        }

        private static void Add(IntPtr dossier, Rights rights)
        {
            IntPtr error, reading;
            int status = Native.tp_read((int)rights.Format, rights.Bytes, (UIntPtr)rights.Bytes.Length,
                                        rights.ObservedAt, out reading, out error);
            Native.Need(status, error);
            try
            {
                Native.Need(Native.tp_dossier_add_reading(dossier, reading, out error), error);
            }
            finally
            {
                Native.tp_reading_free(reading);
            }
        }

        private static Reason ReasonOf(IntPtr result, UIntPtr place)
        {
            IntPtr error, text;
            var native = new Native.ReasonOut { size = (uint)Marshal.SizeOf(typeof(Native.ReasonOut)) };
            Native.Need(Native.tp_result_reason(result, place, ref native, out error), error);
            Native.Need(Native.tp_result_reason_text(result, place, 0, 0, out text, out error), error);
            var reason = new Reason { Id = native.id.ToString(), Text = Native.Taken(text) };
            for (uint j = 0; j < native.remedyCount; j++)
            {
                int status = Native.tp_result_remedy_text(result, place, (UIntPtr)j, 0, 0, out text, out error);
                Native.Need(status, error);
                reason.Remedies.Add(Native.Taken(text));
            }
            return reason;
        }
    }

    internal static class Native
    {
        private const string Library = "tierspayant";
        private const CallingConvention C = CallingConvention.Cdecl;

        [StructLayout(LayoutKind.Sequential)]
        internal struct Str
        {
            internal IntPtr data;
            internal UIntPtr len;

            public override string ToString() { return Utf8(data, (int)len); }
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Summary
        {
            internal uint size;
            internal int verdict, basis, guarantee, amoVerdict, amoBasis, amcVerdict, amcBasis;
            internal uint lineCount, reasonCount, blockingCount, doubtCount;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct ReasonOut
        {
            internal uint size;
            internal int severity, share, line;
            internal uint factCount, remedyCount;
            internal int referenceChecked, reserved;
            internal Str id, rule, reject, indu, reference, confidence;
        }

        /// Ends with an exception where the library says that a call failed.
        internal static void Need(int status, IntPtr error)
        {
            if (status == 0)
                return;
            string message = Text(error == IntPtr.Zero ? tp_status_text(status) : tp_error_message(error));
            tp_error_free(error);
            throw new TiersPayantException(status, message);
        }

        /// A text of the library, which is freed.
        internal static string Taken(IntPtr text)
        {
            string copy = Utf8(tp_text_data(text), (int)tp_text_len(text));
            tp_text_free(text);
            return copy;
        }

        internal static void SameSize(string name, Type type)
        {
            byte[] ascii = Encoding.ASCII.GetBytes(name);
            if ((int)tp_struct_size(ascii, (UIntPtr)ascii.Length) < Marshal.SizeOf(type))
                throw new InvalidOperationException(name + " is laid out otherwise");
        }

        private static string Text(IntPtr ended)
        {
            int len = 0;
            while (Marshal.ReadByte(ended, len) != 0)
                len++;
            return Utf8(ended, len);
        }

        private static string Utf8(IntPtr data, int len)
        {
            var bytes = new byte[len];
            if (len > 0)
                Marshal.Copy(data, bytes, 0, len);
            return Encoding.UTF8.GetString(bytes);
        }

        [DllImport(Library, CallingConvention = C)] internal static extern int tp_abi_check(int major, int minor);
        [DllImport(Library, CallingConvention = C)] internal static extern UIntPtr tp_struct_size(byte[] name, UIntPtr len);
        [DllImport(Library, CallingConvention = C)] internal static extern IntPtr tp_status_text(int status);
        [DllImport(Library, CallingConvention = C)] internal static extern IntPtr tp_error_message(IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_error_free(IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern IntPtr tp_text_data(IntPtr text);
        [DllImport(Library, CallingConvention = C)] internal static extern UIntPtr tp_text_len(IntPtr text);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_text_free(IntPtr text);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_engine_new(out IntPtr engine, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_engine_free(IntPtr engine);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_read(int format, byte[] data, UIntPtr len, long observedAt, out IntPtr reading, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_reading_free(IntPtr reading);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_dossier_from_claim_json(byte[] json, UIntPtr len, out IntPtr dossier, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_dossier_add_reading(IntPtr dossier, IntPtr reading, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_dossier_free(IntPtr dossier);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_check(IntPtr engine, IntPtr dossier, ref Summary summary, out IntPtr result, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_result_reason(IntPtr result, UIntPtr index, ref ReasonOut reason, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_result_reason_text(IntPtr result, UIntPtr index, int lang, int audience, out IntPtr text, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern int tp_result_remedy_text(IntPtr result, UIntPtr reason, UIntPtr index, int lang, int audience, out IntPtr text, out IntPtr error);
        [DllImport(Library, CallingConvention = C)] internal static extern void tp_result_free(IntPtr result);
    }
}
