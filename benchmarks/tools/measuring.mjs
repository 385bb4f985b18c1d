// What every node tool does alike: read the task, start the clock, make the documents, stop it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export async function run(make) {
  const task = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const contexts = JSON.parse(readFileSync(task.contexts, "utf8"));
  const put = (number, content) => writeFileSync(join(task.out, `${number}.docx`), content);
  const began = process.cpuUsage();
  await make(task.template, contexts, put);
  const used = process.cpuUsage(began);
  const peak_mb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6, peak_mb }));
}
