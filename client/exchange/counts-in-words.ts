/** How much comes in, in words: "2 sections, 138 needs and 1 link". */
import { inWords } from "../controls/in-words.ts";
import type { ImportAnswer } from "../connection/import-api.ts";

export function countsInWords(plan: ImportAnswer): string {
  const { outcomes, needs, requirements, texts, links } = plan;
  const counted = [
    count(outcomes, "outcome"),
    count(needs, "need"),
    count(requirements, "requirement"),
    count(texts, "passage of text", "passages of text"),
    count(links, "link"),
  ].filter((words) => words !== "");
  return inWords(counted);
}

/** "" for none. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? "" : `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
