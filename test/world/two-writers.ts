/** A lead and an editor of another borough in one statement, with one requirement before both of them. */
import { Paper } from "./paper.ts";
import type { Person } from "./person.ts";

/** What the requirement says. */
const sentence = "Show a tenant the date, and let them change it.";

export interface TwoWriters {
  readonly ada: Person;
  readonly ben: Person;
  readonly hers: Paper;
  readonly his: Paper;
}

/** @param opens how each of them opens the statement: by number, 0 for the lead */
export async function twoWriters(
  ada: Person,
  opens = (paper: Paper, _number: number): Promise<void> => paper.opens(),
): Promise<TwoWriters> {
  await ada.makes("Housing repairs");
  const ben = await ada.invites("Ben", "Hackney", "editor");
  const [hers, his] = [new Paper(ada), new Paper(ben)];
  await opens(hers, 0);
  await ada.presses("Add a requirement");
  await hers.types(sentence);
  await ada.isSaved();
  await opens(his, 1);
  await his.says(his.field(his.items.first()), sentence);
  return { ada, ben, hers, his };
}
