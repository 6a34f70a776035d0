<?php
// Asks the program of the archive, for a PHP that has no FFI: `serve --stdio` answers one document a line, `check -` writes
// the page. Prints the verdict, the reasons, what is to be done, and the page.
//
//     php check.php tierspayant dossier.json

if ($argc !== 3) {
    fwrite(STDERR, "check.php PROGRAM DOSSIER\n");
    exit(64);
}
[, $program, $path] = $argv;

/** One process that answers documents until it is closed. */
final class Helper
{
    private $process;
    private array $pipes = [];

    public function __construct(string $program)
    {
        $this->process = proc_open([$program, 'serve', '--stdio'], [['pipe', 'rb'], ['pipe', 'wb']], $this->pipes);
    }

    public function ask(mixed $document): array
    {
        fwrite($this->pipes[0], json_encode($document, JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION) . "\n");
        fflush($this->pipes[0]);
        return json_decode(fgets($this->pipes[1]), true, flags: JSON_THROW_ON_ERROR);
    }

    public function close(): int
    {
        array_map('fclose', $this->pipes);
        return proc_close($this->process);
    }
}

function page(string $program, string $dossier): string
{
    $process = proc_open([$program, 'check', '-'], [['pipe', 'rb'], ['pipe', 'wb']], $pipes);
    fwrite($pipes[0], $dossier);
    fclose($pipes[0]);
    $page = stream_get_contents($pipes[1]);
    fclose($pipes[1]);
    proc_close($process);
    return $page;
}

$dossier = file_get_contents($path);
$helper = new Helper($program);
// As an object, so that what is empty stays what it was.
$answer = $helper->ask(json_decode($dossier, flags: JSON_THROW_ON_ERROR));
$helper->close();
if (!isset($answer['verdict'])) {
    fwrite(STDERR, "{$answer['code']} {$answer['place']}: {$answer['message']}\n");
    exit(65);
}
echo $answer['verdict'], "\n";
foreach ($answer['reasons'] as $reason) {
    echo $reason['id'], ': ', $reason['message'], "\n";
}
foreach ($answer['todo'] as $todo) {
    echo '  -> ', $todo['text'], "\n";
}
echo "\n", page($program, $dossier);
