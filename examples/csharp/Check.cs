// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons and the remedies.
//
// mcs TiersPayant.cs Check.cs && mono Check.exe card.in adri.json claim.json 20261120091200
using System;
using System.Globalization;
using System.IO;
using System.Text;
using TiersPayant;

internal static class Program
{
    private static int Main(string[] args)
    {
        string[] verdicts = { "undetermined", "billable", "not_billable", "not_asked" };
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        long now = long.Parse(args[3], CultureInfo.InvariantCulture);
        using (var engine = new Engine())
        {
            var answer = engine.Check(
                File.ReadAllBytes(args[2]),
                new Rights { Format = Format.Ssv, Bytes = File.ReadAllBytes(args[0]), ObservedAt = now },
                new Rights { Format = Format.AdriJson, Bytes = File.ReadAllBytes(args[1]), ObservedAt = now });
            output.WriteLine(verdicts[(int)answer.Verdict]);
            foreach (var reason in answer.Reasons)
            {
                output.WriteLine(reason.Id + ": " + reason.Text);
                foreach (var remedy in reason.Remedies)
                    output.WriteLine("  -> " + remedy);
            }
        }
        output.Flush();
        return 0;
    }
}
