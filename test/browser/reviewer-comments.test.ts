/** A reviewer comments on words: everybody sees it at once, and the text is what it was, byte for byte. */
import { expect, test } from "vitest";
import { patience } from "../world/person.ts";
import { selectWords } from "../world/select-words.ts";
import { textBytes } from "../world/text-bytes.ts";
import { startWorld } from "../world/world.ts";

test("a reviewer comments on words, an editor answers, and not a byte of the text has changed", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  const rem = await ada.invites("Rem", "Southwark", "reviewer");
  await ada.opens();
  await rem.opens();
  const before = await textBytes(rem);
  const panel = rem.page.getByRole("region", { name: "Conversations" });

  await selectWords(rem.page, "the service records why");
  await rem.presses("Comment on these words");
  const composer = panel.getByRole("region", { name: "New comment on R-12" });
  await composer.getByText("the service records why").waitFor();
  // The words stay highlighted though the selection is gone.
  await rem.page.locator("mark", { hasText: "the service records why" }).waitFor();
  await rem.axe();

  await composer.getByRole("button", { name: "Comment", exact: true }).click();
  await composer.getByText("Write something first.").waitFor();
  await rem.axe();

  await rem.fillsIn("Your comment", "In which words? Residents read this.");
  await rem.page.keyboard.press("Control+Enter");
  const card = panel.getByRole("article", { name: "Comment on R-12" });
  await card.getByText("In which words? Residents read this.").waitFor();
  await card.getByText("Southwark, just now").waitFor();
  await rem.axe();

  // It stands beside its words.
  const words = rem.page.locator("mark", { hasText: "the service records why" });
  await expect
    .poll(async () => {
      const [wordsBox, cardBox] = [await words.boundingBox(), await card.boundingBox()];
      return Math.abs((wordsBox?.y ?? 0) - (cardBox?.y ?? 9_999));
    })
    .toBeLessThan(30);

  // Ada sees it without doing anything, hears of it, and answers.
  await ada.page
    .locator("mark", { hasText: "the service records why" })
    .waitFor({ state: "attached" });
  await expect
    .poll(() => ada.page.locator("output").allTextContents())
    .toContain("Rem, Southwark commented on R-12.");
  await ada.page.locator("mark", { hasText: "the service records why" }).click();
  const hers = ada.page.getByRole("article", { name: "Comment on R-12" });
  await hers.getByRole("button", { name: "Reply" }).click();
  await ada.fillsIn("Reply", "In the resident's language.");
  await ada.page.keyboard.press("Control+Enter");
  await card.getByText("In the resident's language.").waitFor();

  // Rem changes her own words, closes the conversation, and may not touch Ada's.
  await card.getByRole("button", { name: "Edit" }).click();
  await rem.fillsIn("Your comment", "In which language?");
  await rem.page.keyboard.press("Control+Enter");
  await hers.getByText("In which language?").waitFor();
  await expect.poll(() => card.getByRole("button", { name: "Withdraw" }).count(), patience).toBe(1);
  await card.getByRole("button", { name: "Close" }).click();
  await rem.fillsIn("What came of it (optional)", "Settled.");
  await rem.page.keyboard.press("Control+Enter");
  await hers.getByText("closed this conversation").waitFor();
  await ada.page
    .locator("mark", { hasText: "the service records why" })
    .waitFor({ state: "detached" });
  await ada.axe();

  expect(await textBytes(rem)).toEqual(before);
});

test("what was written is kept when it cannot be sent", async () => {
  await using world = await startWorld();
  const ada = await world.lead("Ada", "Camden");
  await ada.takesExample();
  await ada.opens();
  await selectWords(ada.page, "the service records why");
  await ada.presses("Comment on these words");
  await ada.fillsIn("Your comment", "In which words?");
  await ada.page.route("**/commands/**", (route) => route.abort());
  await ada.page.keyboard.press("Control+Enter");
  await ada.sees("Needline cannot be reached.");
  await ada.axe();

  // Given up, and begun again: the words are still there.
  await ada.page.keyboard.press("Escape");
  await ada.page.unroute("**/commands/**");
  await selectWords(ada.page, "offers the next free appointment");
  await ada.presses("Comment on these words");
  expect(await ada.page.getByLabel("Your comment").inputValue()).toBe("In which words?");
  await ada.page.keyboard.press("Control+Enter");
  await ada.page.getByRole("article", { name: "Comment on R-12" }).waitFor();
});
