// easy-template-x, as its manual says: one handler for all documents.
import { readFileSync } from "node:fs";
import { TemplateHandler } from "easy-template-x";
import { run } from "./measuring.mjs";

await run(async (template, contexts, put) => {
  const content = readFileSync(template);
  const handler = new TemplateHandler();
  for (const [number, context] of contexts.entries()) {
    put(number, await handler.process(content, context));
  }
});
