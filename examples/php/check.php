<?php
// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.
//
// php -d ffi.enable=1 check.php card.in adri.json claim.json 20261120091200
// (TiersPayant.php stands where the archive has it, or TIERSPAYANT_BINDING says where)
require getenv('TIERSPAYANT_BINDING') ?: __DIR__ . '/../../bindings/php/TiersPayant.php';

use TiersPayant\{Dossier, Engine, Library, Tp};

if ($argc !== 5) {
    fwrite(STDERR, "check.php CARD ADRI CLAIM MOMENT\n");
    exit(64);
}
const VERDICTS = ['undetermined', 'billable', 'not_billable', 'not_asked'];
[, $card, $adri, $claim, $moment] = $argv;

$engine = Engine::create();
$dossier = Dossier::fromClaimJson(file_get_contents($claim));
$dossier->addReading(Library::read(Tp::FORMAT_SSV, file_get_contents($card), (int) $moment));
$dossier->addReading(Library::read(Tp::FORMAT_ADRI_JSON, file_get_contents($adri), (int) $moment));
['summary' => $summary, 'result' => $result] = $engine->check($dossier);
echo VERDICTS[$summary['verdict']], "\n";
for ($i = 0; $i < $summary['reason_count']; $i++) {
    $reason = $result->reason($i);
    echo $reason['id'], ': ', $result->reasonText($i, Tp::LANG_FR, Tp::AUDIENCE_COUNTER), "\n";
    for ($j = 0; $j < $reason['remedy_count']; $j++) {
        echo '  -> ', $result->remedyText($i, $j, Tp::LANG_FR, Tp::AUDIENCE_COUNTER), "\n";
    }
}
echo "\n", $result->text(Tp::LANG_FR, Tp::AUDIENCE_COUNTER);
