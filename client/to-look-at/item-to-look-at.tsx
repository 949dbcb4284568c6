/** A need or requirement, large and in plain words, with what others say and the four answers. */
import { useEffect, useState, type ReactNode } from "react";
import { changedSince } from "../../shared/changed-since.ts";
import type { Item } from "../../shared/items.ts";
import { stanceWords } from "../../shared/position.ts";
import { changedSincePosition } from "../../shared/position-state.ts";
import { seenOf } from "../../shared/seen.ts";
import type { ToLookAt } from "../../shared/to-look-at.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useItem, useMay, useMe, useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { inWords } from "../controls/in-words.ts";
import { Notice } from "../controls/notice.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { dayWords } from "../words/day-words.ts";
import { ItemLink } from "../words/item-link.tsx";
import { ItemText } from "../words/item-text.tsx";
import { itemName } from "../words/item-words.ts";
import { SayPosition } from "../words/say-position.tsx";
import { ItemLinksInWords } from "./item-links-in-words.tsx";
import { OthersSay } from "./others-say.tsx";
import { QuickAnswer } from "./quick-answer.tsx";

interface ItemToLookAtProps {
  readonly entry: Extract<ToLookAt, { kind: "item" }>;
  /** With what to read out. */
  readonly onDone: (words: string) => void;
}

export function ItemToLookAt({ entry, onDone }: ItemToLookAtProps): ReactNode {
  const item = useItem(entry.itemId);
  return item ? <Shown item={item} why={entry.why} onDone={onDone} /> : null;
}

interface ShownProps {
  readonly item: Item;
  readonly why: Extract<ToLookAt, { kind: "item" }>["why"];
  readonly onDone: (words: string) => void;
}

function Shown({ item, why, onDone }: ShownProps): ReactNode {
  const me = useMe();
  const mayTake = useMay("take-position");
  const name = useRecord((record) => itemName(item, record, item.id));
  const raisedBy = useRecord((record) =>
    inWords(item.raisedBy.map((id) => boroughName(record, id))),
  );
  const position = useRecord((record) => record.positions.get(item.id)?.get(me.boroughId));
  const proposal = useRecord((record) => record.proposedPositions.get(item.id)?.get(me.boroughId));
  // What the person has read: they answer these words, not what others make of them meanwhile.
  const [read, setRead] = useState(item);
  const meanwhile = changedSince(seenOf(read, me.boroughId), item, me.boroughId);
  const isChanged = meanwhile.length > 0;
  useEffect(() => {
    if (isChanged) announce(`The wording of ${name} changed while you were reading`);
  }, [isChanged, name]);
  const changes = position ? changedSincePosition(read, me.boroughId, position) : [];
  const acknowledge = (): void => setRead(item);
  return (
    <section className="look-card" aria-labelledby={`look-${item.id}`}>
      <h2 id={`look-${item.id}`} className="look-about" tabIndex={-1}>
        {name}
        {raisedBy !== "" && ` · raised by ${raisedBy}`}
        {why === "changed" &&
          position &&
          ` · changed since you ${stanceWords[position.stance].did} on ${dayWords(position.confirmed.at)}`}
        {why === "proposed" && ` · something is proposed for ${me.boroughName}`}
      </h2>
      <ItemText item={read} borough={me} />
      {why === "changed" && changes.length > 0 && (
        <div className="look-changed">
          <h3>What changed</h3>
          <ChangedWords items={[{ name, changes }]} />
        </div>
      )}
      <ItemLinksInWords item={read} />
      {isChanged && (
        <Notice look="warn" action={<Button onClick={acknowledge}>I have read it</Button>}>
          <p>The wording changed while you were reading:</p>
          <ChangedWords items={[{ name, changes: meanwhile }]} />
        </Notice>
      )}
      {mayTake ? (
        <QuickAnswer
          item={read}
          why={why}
          position={position}
          proposal={proposal}
          onTextChanged={acknowledge}
          onDone={onDone}
        />
      ) : (
        <p className="quiet">
          You propose what {me.boroughName} says; somebody who agrees for {me.boroughName} decides.
        </p>
      )}
      <SayPosition
        item={read}
        name={name}
        standing={mayTake ? position : proposal}
        onTextChanged={acknowledge}
        onSaid={(stance) => {
          const says = `${me.boroughName} ${stanceWords[stance].says}`;
          onDone(mayTake ? says : `Proposed: ${says}`);
        }}
      />
      <OthersSay item={item} />
      <p>
        <ItemLink itemId={item.id} /> in the document
      </p>
    </section>
  );
}
