/** What stood beneath an item in a version, in a line each: what it met, and what boroughs said of it. */
import { allStances, stanceWords } from "../../shared/position.ts";
import type { SaidThen, VersionText } from "../connection/versions-api.ts";
import { inWords } from "../controls/in-words.ts";

/** "Took part: Camden (Ada and Cleo) and Hackney (Ben)". */
export function tookPart({ people }: VersionText): string {
  const boroughs = Map.groupBy(people, ({ boroughName }) => boroughName);
  const each = [...boroughs].map(
    ([name, those]) => `${name} (${inWords(those.map((person) => person.name))})`,
  );
  return `Took part: ${inWords(each)}`;
}

/** "Meets N-1 and N-2 (partly)", or "". */
export function metLine({ metByItem, references }: VersionText, itemId: string): string {
  const met = (metByItem.get(itemId) ?? []).map(({ needId, how }) => {
    const name = references.get(needId) ?? "a need";
    return how === "partly" ? `${name} (partly)` : name;
  });
  return met.length === 0 ? "" : `Meets ${inWords(met)}`;
}

/** "Agree: Camden and Hackney · Object: Southwark, “Too slow.”", or "". */
export function saidLine(
  { saidByItem }: VersionText,
  itemId: string,
  nameOf: (boroughId: string) => string,
): string {
  const said = saidByItem.get(itemId) ?? [];
  return allStances
    .flatMap((stance) => {
      const those = said
        .filter((one) => one.stance === stance)
        .toSorted((a, b) => nameOf(a.boroughId).localeCompare(nameOf(b.boroughId)));
      if (those.length === 0) return [];
      const label = stanceWords[stance].label.replace(" to us", "");
      return [`${label}: ${inWords(those.map((one) => nameWith(one, nameOf)))}`];
    })
    .join(" · ");
}

function nameWith(
  { boroughId, words, isOnEarlierWords }: SaidThen,
  nameOf: (id: string) => string,
) {
  const name = nameOf(boroughId);
  const quoted = words === "" ? name : `${name}, “${words}”`;
  return isOnEarlierWords ? `${quoted} (on earlier words)` : quoted;
}
