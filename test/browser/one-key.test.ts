/** What one key renders in a page with much around the words. Counts, never times. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
import { patience } from "../world/person.ts";
import { Renders } from "../world/renders.ts";
import { selectWords } from "../world/select-words.ts";
import { Talk } from "../world/talk.ts";
import { startWorld } from "../world/world.ts";

const wide = { width: 1480, height: 1000 };

test("a key renders the words it is written in, and nothing around them", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.makes("Lists");
  await ada.brings("lists.csv", "kind,text\nrequirement,The lists are shown.\nneed,see a list");
  const ben = await ada.invites("Ben", "Hackney", "editor");
  await ben.opens();
  const paper = new Paper(ada);
  await ada.page.setViewportSize(wide);
  await paper.opens();
  const words = paper.field(paper.item("R-1"));
  await selectWords(ada.page, "are shown");
  await ada.presses("Comment on these words");
  await ada.fillsIn("Your comment", "To whom?");
  await ada.page.keyboard.press("Control+Enter");
  await new Talk(ada).card("Comment on R-1").waitFor();
  await ada.page.locator("mark", { hasText: "are shown" }).waitFor();

  // What is written moves the words of the conversation. The first key says that it is not saved yet, for as
  // long as somebody writes; the others render the row, and in it the field that the editor is in.
  await paper.clicksBefore(words, "The");
  await paper.types("x");
  const everything = await Renders.watch(ada.page, "body *");
  await paper.types("yz");
  await expect.poll(() => everything.since(rendered), patience).toContain("tiptap");
  expect(await everything.since(rendered)).toEqual(["item", "item-body", "tiptap"]);
  await paper.says(words, "xyzThe lists are shown.");
  await ada.page.locator("mark", { hasText: /^are shown$/ }).waitFor();

  // Nor does the style sheet look at everything whenever a paragraph comes or goes.
  expect(await ada.page.evaluate(askedByHas)).toEqual([]);
});

/** What there is on the page of which the style sheet asks by `:has` what is in it; a label, with little in it, may be. */
function askedByHas(): string[] {
  const selectors = (rules: Iterable<CSSRule>): string[] =>
    [...rules].flatMap((rule) => [
      ...(rule instanceof CSSStyleRule ? rule.selectorText.split(",") : []),
      ...(rule instanceof CSSGroupingRule ? selectors(rule.cssRules) : []),
    ]);
  const all = [...document.styleSheets].flatMap(({ cssRules }) => selectors(cssRules));
  if (all.length < 100) throw new Error("The style sheets are somewhere else by now.");
  return all.filter((selector) => {
    const [asked = "", ...rest] = selector.split(":has(");
    return rest.length > 0 && asked.trim() !== "label" && document.querySelector(asked) !== null;
  });
}

/** First classes of the elements; those that follow once somebody rests do not count. */
function rendered(some: readonly { readonly element: Element }[]): string[] {
  return some
    .filter(({ element }) => element.closest(".saved, .item-hints") === null)
    .map(({ element }) => element.classList[0] ?? element.tagName)
    .toSorted();
}
