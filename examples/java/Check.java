// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons and the remedies.
//
// javac -cp jna.jar *.java && java -cp jna.jar:. Check card.in adri.json claim.json 20261120091200

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

final class Check {
    private Check() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long now = Long.parseLong(args[3]);
        try (TiersPayant library = new TiersPayant()) {
            TiersPayant.Answer answer = library.check(
                Files.readAllBytes(Path.of(args[2])),
                new TiersPayant.Rights(TiersPayant.SSV, Files.readAllBytes(Path.of(args[0])), now),
                new TiersPayant.Rights(TiersPayant.ADRI_JSON, Files.readAllBytes(Path.of(args[1])), now));
            out.print(answer.verdict() + "\n");
            for (TiersPayant.Reason reason : answer.reasons()) {
                out.print(reason.id() + ": " + reason.text() + "\n");
                for (String remedy : reason.remedies()) {
                    out.print("  -> " + remedy + "\n");
                }
            }
            out.flush();
        }
    }
}
