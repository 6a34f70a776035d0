// Asks `tierspayant serve --stdio`: one process, one document a line in, one answer a line out, in order.
//
//     node client.mjs tierspayant dossiers.jsonl [DOCUMENTS [KILLED]]
//
// asks DOCUMENTS of them (the file over and over) and prints how many answers there were, and their SHA-256. The program
// is killed after KILLED answers, as a crash would: what was not answered is asked again of a new one.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const [program, path, count, killed] = process.argv.slice(2);
if (path === undefined) {
  console.error("client.mjs PROGRAM DOSSIERS [DOCUMENTS [KILLED]]");
  process.exit(64);
}
const lines = readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
const wanted = Number(count ?? lines.length);
const hash = createHash("sha256");
let answered = 0;
let killAt = Number(killed ?? -1);

async function write(to, from) {
  const closed = once(to, "close").catch(() => {});
  try {
    for (let place = from; place < wanted && !to.destroyed; place++) {
      if (!to.write(lines[place % lines.length] + "\n")) await Promise.race([once(to, "drain"), closed]);
    }
    to.end();
  } catch (error) {
    if (error.code !== "EPIPE") throw error; // It ended: what was not answered is asked again below.
  }
}

while (answered < wanted) {
  const helper = spawn(program, ["serve", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  helper.stdin.on("error", () => {});
  const ended = once(helper, "close");
  const writing = write(helper.stdin, answered);
  let rest = Buffer.alloc(0);
  let gone = false;
  for await (const bytes of helper.stdout) {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf(10); end >= 0 && !gone; end = rest.indexOf(10)) {
      hash.update(rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
      answered += 1;
      if (answered === killAt) {
        killAt = -1;
        gone = true;
        helper.kill("SIGKILL");
      }
    }
    if (gone) break;
  }
  await Promise.all([ended, writing]);
}
console.log(answered, hash.digest("hex"));
