/** What somebody does with one of our files in Word: other words, with tracking or without. */
import { readZip } from "../../../server/exchange/zip.ts";
import { aZip } from "./a-zip.ts";

/** @param edit what becomes of the text of the document: `word/document.xml` */
export async function editInWord(
  bytes: Uint8Array,
  edit: (xml: string) => string,
): Promise<Uint8Array> {
  const zip = await readZip(bytes);
  if (zip.state === "refused") throw new Error(zip.what);
  return aZip(
    [...zip.files].map(([name, content]) => ({
      name,
      bytes: name === "word/document.xml" ? edit(new TextDecoder().decode(content)) : content,
    })),
  );
}

/** Other words, as Word writes them without tracking. */
export function changeWords(before: string, after: string): (xml: string) => string {
  return (xml) => {
    if (!xml.includes(before)) throw new Error(`The file does not say “${before}”.`);
    return xml.replace(before, after);
  };
}

/** The end of a run's words taken away and others put in their place, with tracking. */
export function trackWords(before: string, after: string, by: string): (xml: string) => string {
  return changeWords(
    `${before}</w:t></w:r>`,
    `</w:t></w:r><w:del w:id="901" w:author="${by}" w:date="2026-06-02T09:00:00Z"><w:r><w:delText xml:space="preserve">${before}</w:delText></w:r></w:del><w:ins w:id="902" w:author="${by}" w:date="2026-06-02T09:00:00Z"><w:r><w:t xml:space="preserve">${after}</w:t></w:r></w:ins>`,
  );
}
