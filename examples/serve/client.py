"""Asks `tierspayant serve --stdio`: one process, one document a line in, one answer a line out, in order.

    python3 client.py tierspayant dossiers.jsonl [DOCUMENTS [KILLED]]

asks DOCUMENTS of them (one document a line, the file over and over) and prints how many answers there were, and their SHA-256. The program is
killed after KILLED answers, as a crash would: what was not answered is asked again of a new one.
"""

import hashlib
import itertools
import subprocess
import sys
import threading


class Helper:
    """The program, started when it is needed and again when it has ended."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen([self.program, "serve", "--stdio"], stdin=pipe, stdout=pipe)
        return self.process

    def ask(self, document: bytes) -> bytes:
        """One document, one answer. A document is a question and nothing more: asking twice harms nobody."""
        for _ in range(2):
            process = self.process or self.start()
            assert process.stdin and process.stdout
            try:
                process.stdin.write(document + b"\n")
                process.stdin.flush()
                answer = process.stdout.readline()
            except BrokenPipeError:
                answer = b""
            if answer.endswith(b"\n"):
                return answer[:-1]
            self.close()
        raise RuntimeError("the helper ends without an answer")

    def close(self) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


def ask_all(program: str, documents: list[bytes], killed: int | None):
    """Many at once: one thread writes, this one reads. Gives the answers, in order."""
    answered = 0
    while answered < len(documents):
        helper = Helper(program)
        process = helper.start()
        assert process.stdin and process.stdout

        def write(rest=documents[answered:], to=process.stdin) -> None:
            try:
                for document in rest:
                    to.write(document + b"\n")
                to.close()
            except (BrokenPipeError, ValueError):
                pass

        writer = threading.Thread(target=write)
        writer.start()
        for answer in process.stdout:
            if not answer.endswith(b"\n"):
                break
            answered += 1
            yield answer
            if answered == killed:
                killed = None
                process.kill()
                break
        process.kill()
        writer.join()
        process.stdout.close()
        process.wait()


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit("client.py PROGRAM DOSSIERS [DOCUMENTS [KILLED]]")
    program, path = sys.argv[1:3]
    with open(path, "rb") as file:
        lines = file.read().splitlines()
    count = int(sys.argv[3]) if len(sys.argv) > 3 else len(lines)
    killed = int(sys.argv[4]) if len(sys.argv) > 4 else None
    documents = list(itertools.islice(itertools.cycle(lines), count))
    digest, answers = hashlib.sha256(), 0
    for answer in ask_all(program, documents, killed):
        digest.update(answer)
        answers += 1
    one = Helper(program)
    first = one.ask(lines[0])
    assert first == one.ask(lines[0])
    one.close()
    print(answers, digest.hexdigest())


if __name__ == "__main__":
    main()
