// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.
//
// javac -cp jna.jar *.java && java -cp jna.jar:. Check card.in adri.json claim.json 20261120091200

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

final class Check {
    private static final String[] VERDICTS = {"undetermined", "billable", "not_billable", "not_asked"};

    private Check() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("Check CARD ADRI CLAIM MOMENT");
            System.exit(64);
        }
        long now = Long.parseLong(args[3]);
        try (TiersPayant.Engine engine = TiersPayant.Engine.create();
                TiersPayant.Dossier dossier = TiersPayant.Dossier.fromClaimJson(bytes(args[2]));
                TiersPayant.Reading card = TiersPayant.read(TiersPayant.FORMAT_SSV, bytes(args[0]), now);
                TiersPayant.Reading adri = TiersPayant.read(TiersPayant.FORMAT_ADRI_JSON, bytes(args[1]), now)) {
            dossier.addReading(card);
            dossier.addReading(adri);
            TiersPayant.Engine.CheckOutcome outcome = engine.check(dossier);
            try (TiersPayant.Result result = outcome.result) {
                show(outcome.summary, result);
            }
        }
    }

    private static byte[] bytes(String path) throws Exception {
        return Files.readAllBytes(Path.of(path));
    }

    private static void show(TiersPayant.Summary summary, TiersPayant.Result result) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(VERDICTS[summary.verdict] + "\n");
        for (int i = 0; i < summary.reasonCount; i++) {
            TiersPayant.Reason reason = result.reason(i);
            String text = result.reasonText(i, TiersPayant.LANG_FR, TiersPayant.AUDIENCE_COUNTER);
            out.print(reason.id + ": " + text + "\n");
            for (int j = 0; j < reason.remedyCount; j++) {
                out.print("  -> " + result.remedyText(i, j, TiersPayant.LANG_FR, TiersPayant.AUDIENCE_COUNTER) + "\n");
            }
        }
        out.print("\n" + result.text(TiersPayant.LANG_FR, TiersPayant.AUDIENCE_COUNTER, null));
        out.flush();
    }
}
