// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.
//
// mcs Check.cs TiersPayant.cs && mono Check.exe card.in adri.json claim.json 20261120091200
using System;
using System.Globalization;
using System.IO;
using System.Text;
using TiersPayant;

internal static class Program
{
    private static readonly string[] Verdicts = { "undetermined", "billable", "not_billable", "not_asked" };

    private static int Main(string[] args)
    {
        if (args.Length != 4)
        {
            Console.Error.WriteLine("Check CARD ADRI CLAIM MOMENT");
            return 64;
        }
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        long now = long.Parse(args[3], CultureInfo.InvariantCulture);
        using (var engine = Engine.New())
        using (var dossier = Dossier.FromClaimJson(File.ReadAllBytes(args[2])))
        using (var card = Library.Read(Tp.FORMAT_SSV, File.ReadAllBytes(args[0]), now))
        using (var adri = Library.Read(Tp.FORMAT_ADRI_JSON, File.ReadAllBytes(args[1]), now))
        {
            dossier.AddReading(card);
            dossier.AddReading(adri);
            Summary summary;
            Result result;
            engine.Check(dossier, out summary, out result);
            using (result)
                Show(output, summary, result);
        }
        output.Flush();
        return 0;
    }

    private static void Show(TextWriter output, Summary summary, Result result)
    {
        output.WriteLine(Verdicts[summary.Verdict]);
        for (int i = 0; i < summary.ReasonCount; i++)
        {
            var reason = result.Reason(i);
            output.WriteLine(reason.Id + ": " + result.ReasonText(i, Tp.LANG_FR, Tp.AUDIENCE_COUNTER));
            for (int j = 0; j < reason.RemedyCount; j++)
                output.WriteLine("  -> " + result.RemedyText(i, j, Tp.LANG_FR, Tp.AUDIENCE_COUNTER));
        }
        output.WriteLine();
        output.Write(result.Text(Tp.LANG_FR, Tp.AUDIENCE_COUNTER));
    }
}
