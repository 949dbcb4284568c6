/** What changed in the statement since a time, item by item; first of all since one was last here. */
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { itemsOfEntry } from "../../shared/entry-items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughsIn } from "../connection/borough-names.ts";
import { askChanges, askLastVisit, type Told } from "../connection/history-api.ts";
import { useItem, useMe, useRecord, useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { dayWords } from "../words/day-words.ts";
import { ItemLink } from "../words/item-link.tsx";
import { itemSentence } from "../words/item-words.ts";
import { Refused } from "../words/refused.tsx";
import { StoryList } from "./story-list.tsx";
import { useStory } from "./use-story.ts";

type Since = "visit" | "day" | "week" | "month";

const dayMs = 86_400_000;
const agoMs = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;
const firstShown = 200;

export function Changes(): ReactNode {
  const { statementId } = useSession();
  const me = useMe();
  const [visit, setVisit] = useState<string | null | undefined>(undefined);
  const [since, setSince] = useState<Since>("visit");
  const [borough, setBorough] = useState("");
  const names = useRecord((record) => JSON.stringify(boroughsIn(record)));
  useEffect(() => {
    let isOver = false;
    const keep = (before: string | null): void => {
      if (isOver) return;
      setVisit(before);
      if (before === null) setSince("week");
    };
    askLastVisit(statementId).then(keep, () => keep(null));
    return () => {
      isOver = true;
    };
  }, [statementId]);
  // The time of opening: one that moves on would ask for ever.
  const [openedMs] = useState(() => Date.now());
  const from =
    since === "visit" ? (visit ?? null) : new Date(openedMs - agoMs[since]).toISOString();
  if (visit === undefined) return <p>Looking it up…</p>;
  const choices = JSON.parse(names) as ReturnType<typeof boroughsIn>;
  return (
    <>
      <div className="changes-filters">
        <SelectField<Since>
          id="changes-since"
          label="Since"
          value={since}
          options={[
            ...(visit === null
              ? []
              : [{ value: "visit" as const, label: `I was last here, ${dayWords(visit)}` }]),
            { value: "day", label: "24 hours ago" },
            { value: "week", label: "7 days ago" },
            { value: "month", label: "30 days ago" },
          ]}
          onChange={setSince}
        />
        <SelectField
          id="changes-borough"
          label="By"
          value={borough}
          options={[
            { value: "", label: "All boroughs" },
            ...choices.map(({ id, name }) => ({
              value: id,
              label: id === me.boroughId ? `${name} (yours)` : name,
            })),
          ]}
          onChange={setBorough}
        />
      </div>
      {from !== null && <ChangesSince since={from} borough={borough} />}
    </>
  );
}

function ChangesSince({
  since,
  borough,
}: {
  readonly since: string;
  readonly borough: string;
}): ReactNode {
  const { statementId } = useSession();
  const record = useRecord(whole);
  const structure = useStructure();
  const [shown, setShown] = useState(firstShown);
  const ask = useCallback(() => askChanges(statementId, since, shown), [statementId, since, shown]);
  const { page, problem } = useStory(ask, record.head.number, structure);
  if (problem !== null) return <Refused problem={problem} />;
  if (!page) return <p>Looking it up…</p>;
  const story = page.story.filter(
    (told) => borough === "" || boroughsOf(told, record).includes(borough),
  );
  const groups = [...Map.groupBy(story.filter(isTold), (told) => itemIdOf(told, record))];
  if (groups.length === 0)
    return (
      <p>Nothing has changed{borough === "" ? "" : " by people of that borough"} since then.</p>
    );
  return (
    <>
      {groups.map(([itemId, changes]) => (
        <ItemChanges key={itemId} itemId={itemId} changes={changes} />
      ))}
      {page.total > page.story.length && (
        <Button onClick={() => setShown(Math.min(500, shown + firstShown))}>
          Show earlier changes
        </Button>
      )}
    </>
  );
}

interface ItemChangesProps {
  readonly itemId: string;
  readonly changes: readonly Told[];
}

function ItemChanges({ itemId, changes }: ItemChangesProps): ReactNode {
  const item = useItem(itemId);
  return (
    <section className="item-changes">
      <h2>{itemId === "" ? "The statement and its people" : <ItemLink itemId={itemId} />}</h2>
      {item && <p className="quiet">{itemSentence(item)}</p>}
      <StoryList label="Changes, newest first" story={changes} kind={item?.kind} />
    </section>
  );
}

/** References come by themselves: nobody did anything. */
function isTold(told: Told): boolean {
  return told.kind === "edit" || told.entry.type !== "give-references";
}

/** The item that it is about; "" for what is about none or about many. */
function itemIdOf(told: Told, record: RecordState): string {
  if (told.kind === "edit") return told.itemId;
  const [first = "", ...more] = itemsOfEntry(told.entry, record);
  return told.entry.type === "renew-positions" && more.length > 0 ? "" : first;
}

/** Of those who did it. */
function boroughsOf(told: Told, record: RecordState): (string | undefined)[] {
  return told.kind === "entry"
    ? [told.entry.boroughId]
    : [told.personId, ...told.others].map((id) => record.people.get(id)?.boroughId);
}

function whole(record: RecordState): RecordState {
  return record;
}
