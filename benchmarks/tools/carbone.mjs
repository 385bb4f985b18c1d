// carbone, as its manual says; it keeps its templates in memory by itself.
import { promisify } from "node:util";
import carbone from "carbone";
import { run } from "./measuring.mjs";

const render = promisify(carbone.render);

await run(async (template, contexts, put) => {
  for (const [number, context] of contexts.entries()) {
    put(number, await render(template, context));
  }
});
process.exit(0); // carbone keeps watching for converters
