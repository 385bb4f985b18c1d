// docxtemplater, as its manual says: a new object for each document.
import { readFileSync } from "node:fs";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { run } from "./measuring.mjs";

await run((template, contexts, put) => {
  const content = readFileSync(template);
  contexts.forEach((context, number) => {
    const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true });
    document.render(context);
    put(number, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
  });
});
