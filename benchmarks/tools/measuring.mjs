// What every node tool does alike: read the task, start the clock, make the documents, stop it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STATUS = "/proc/self/status";

export async function run(make) {
  const task = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const contexts = JSON.parse(readFileSync(task.contexts, "utf8"));
  const put = (number, content) => writeFileSync(join(task.out, `${number}.docx`), content);
  const began = process.cpuUsage();
  await make(task.template, contexts, put);
  const used = process.cpuUsage(began);
  const peak = /VmHWM:\s+(\d+)/.exec(existsSync(STATUS) ? readFileSync(STATUS, "utf8") : "");
  const peak_mb = peak ? Number(peak[1]) / 1024 : null;
  console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6, peak_mb }));
}
