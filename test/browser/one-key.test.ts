/** What one key renders in a page with much around the words. Counts, never times. */
import { expect, test } from "vitest";
import { Paper } from "../world/paper.ts";
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
  // long as somebody writes; the others render nothing: the editor shows its own words.
  await paper.clicksBefore(words, "The");
  await paper.types("x");
  const everything = await Renders.watch(ada.page, "body *");
  await paper.types("yz");
  await paper.says(words, "xyzThe lists are shown.");
  await new Paper(ben).says(
    new Paper(ben).field(new Paper(ben).item("R-1")),
    "xyzThe lists are shown.",
  );
  expect(await everything.since(rendered)).toEqual([]);
  await ada.page.locator("mark", { hasText: /^are shown$/ }).waitFor();

  // What does change beside the words shows: somebody else's act, and the words before a need's.
  await new Paper(ben).field(new Paper(ben).item("N-1"), "iNeed").click();
  const need = paper.item("N-1");
  await paper.field(need, "asA").click();
  await paper.types("tenant");
  await need.getByText("As a", { exact: true }).waitFor();
  await paper.presses("Home");
  await paper.types("a");
  await need.getByText("As an", { exact: true }).waitFor();
  // The row takes the words in when the field is left, and leaves them as they stand.
  await paper.field(paper.item("R-1")).click();
  await paper.says(paper.field(need, "asA"), "atenant");

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
