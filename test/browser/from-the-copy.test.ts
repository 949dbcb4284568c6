/** A statement is opened while its servers or their database are away: from the copy on this computer, for whose it is. */
import { expect, test } from "vitest";
import type { Person } from "../world/person.ts";
import { Talk } from "../world/talk.ts";
import { TwoServers } from "../world/two-servers.ts";
import { twoWriters, type TwoWriters } from "../world/two-writers.ts";

const cannotSave = "Needline cannot save at the moment, and is trying again.";
const copy =
  /This is the copy on this computer: what others did after \d+ \w+ \d{4} at \d\d:\d\d is not in it, and conversations are not\. Go on writing: it is kept on this computer, and saved as soon as that is over\./;

test("while the database is away a statement opens from the copy, is written in, and goes on by itself", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, hers, his } = await writers(world);
  const composer = await new Talk(ben).begins("Requirement R-1");
  await composer.getByLabel("Your comment").fill("Which date is that?");
  await ben.page.keyboard.press("Control+Enter");
  await new Talk(ada).card("Comment on R-1").waitFor();

  await world.fleet.postgres.stop();
  await hers.opens();
  await ada.sees(cannotSave);
  await ada.sees(copy);
  await ada.page.locator("output", { hasText: copy }).waitFor({ state: "attached" });
  await hers.clicksBefore(hers.field(hers.items.first()), ", and");
  await hers.types(" of every visit");
  await ada.sees("Not saved: 1 change is only on this computer");
  await ada.axe();
  // Once more: what was written is in the copy.
  ada.page.once("dialog", (dialog) => void dialog.accept());
  await hers.opens();
  const whole = "Show a tenant the date of every visit, and let them change it.";
  await hers.says(hers.field(hers.items.first()), whole);
  await ada.isNotSaved();

  await world.fleet.postgres.startAgain();
  await ada.isSaved();
  await ada.seesNoMore(cannotSave);
  await his.says(his.field(his.items.first()), whole);
  await new Talk(ada).card("Comment on R-1").waitFor();
});

test("while no server answers a statement opens from the list of statements, too", async () => {
  await using world = await TwoServers.start();
  const { ada, hers, his } = await writers(world);
  await ada.goesTo("/");
  await ada.page.getByRole("link", { name: "Housing repairs" }).waitFor();
  world.fleet.sendsTo();
  await Promise.all([world.fleet.kill(0), world.fleet.kill(1)]);
  await ada.follows("Housing repairs");
  await ada.sees("Needline cannot be reached at the moment, and is being tried again.");
  await ada.sees(copy);
  await hers.clicksBefore(hers.field(hers.items.first()), ", and");
  await hers.types(" of every visit");
  await ada.isNotSaved();

  await Promise.all([world.fleet.startAgain(0), world.fleet.startAgain(1)]);
  world.fleet.sendsTo(0, 1);
  await ada.isSaved();
  const whole = "Show a tenant the date of every visit, and let them change it.";
  await his.says(his.field(his.items.first()), whole);
});

test("who was removed meanwhile is told as soon as the server can, and the copy opens no more", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, his } = await writers(world);
  await ben.goesTo("/");
  await ada.removes(ben);
  await world.fleet.postgres.stop();
  await his.opens();
  await ben.sees(copy);
  await his.clicksBefore(his.field(his.items.first()), ", and");
  await his.types(" by phone");
  await ben.isNotSaved();

  await world.fleet.postgres.startAgain();
  await ben.page.getByRole("heading", { name: "You are no longer in this statement" }).waitFor();
  await ben.presses("Show these words");
  await ben.sees("Show a tenant the date by phone, and let them change it.");
  await world.fleet.postgres.stop();
  ben.page.once("dialog", (dialog) => void dialog.accept());
  await doesNotOpen(ben);
});

test("the copy opens only for the person who is signed in", async () => {
  await using world = await TwoServers.start();
  const { ada, ben, his } = await writers(world);
  // The session ends, and this browser is not told.
  const cookies = await ben.page.context().cookies(world.url);
  await ben.goesTo("/");
  await fetch(`${world.url}/api/sign-out`, {
    method: "POST",
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  await world.fleet.postgres.stop();
  await his.opens();
  await ben.sees(copy);
  await world.fleet.postgres.startAgain();
  await ben.page.getByRole("heading", { name: "Sign in first" }).waitFor();
  await world.fleet.postgres.stop();
  await doesNotOpen(ben);
  await world.fleet.postgres.startAgain();

  // She signs out herself, and somebody else comes in at her computer.
  const link = await ada.makesLink("Southwark", "reader");
  await ada.goesTo("/");
  await ada.presses("Sign out");
  await ada.sees("You are not signed in");
  await ada.goesTo(link);
  await ada.fillsIn("Your name", "Cleo");
  await ada.presses("Join");
  await ada.page.locator(".statement-top").waitFor();
  await world.fleet.postgres.stop();
  await doesNotOpen(ada);
});

async function writers(world: TwoServers): Promise<TwoWriters> {
  const all = await twoWriters(await world.lead("Ada", "Camden"));
  await Promise.all([all.ada.isSaved(), all.ben.isSaved()]);
  return all;
}

async function doesNotOpen(person: Person): Promise<void> {
  await person.goesTo(`/statements/${person.statementId}`);
  expect(await person.page.locator("h1").innerText()).toMatch(
    /^(Sign in first|This page did not open)$/,
  );
  expect(await person.page.getByText("Show a tenant the date").count()).toBe(0);
}
