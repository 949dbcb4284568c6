/**
 * What boroughs say about one item: its words, what the own borough says and may say, and what the
 * others say. Over whichever page asks for it.
 */
import { useEffect, useState, type ReactNode } from "react";
import { changedSince } from "../../shared/changed-since.ts";
import type { Item } from "../../shared/items.ts";
import { boroughsIn } from "../../shared/members.ts";
import { seenOf } from "../../shared/seen.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useItem, useMe, useRecord } from "../connection/hooks.ts";
import { showPositions, usePositionsShown } from "../connection/positions-shown.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { Notice } from "../controls/notice.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { ItemText } from "../words/item-text.tsx";
import { itemName } from "../words/item-words.ts";
import { BoroughPosition } from "./borough-position.tsx";
import { OwnPosition } from "./own-position.tsx";
import { usePositions, useProposals } from "./use-positions.ts";
import "./positions-dialog.css";

/** Stands once on every page of a statement. */
export function PositionsDialog(): ReactNode {
  const itemId = usePositionsShown();
  const item = useItem(itemId ?? "");
  useEffect(() => () => showPositions(null), []);
  return item ? <Opened key={item.id} item={item} /> : null;
}

function Opened({ item }: { readonly item: Item }): ReactNode {
  const me = useMe();
  const name = useRecord((record) => itemName(item, record, item.id));
  // What the person has read: they agree to these words, not to what others make of them meanwhile.
  const [read, setRead] = useState(item);
  const changes = changedSince(seenOf(read, me.boroughId), item, me.boroughId);
  const isChanged = changes.length > 0;
  useEffect(() => {
    if (isChanged) announce(`The wording of ${name} changed while you were reading`);
  }, [isChanged, name]);
  const acknowledge = (): void => setRead(item);
  return (
    <Dialog
      title={`What boroughs say about ${name}`}
      isToRead
      onClose={() => {
        showPositions(null);
      }}
    >
      <ItemText item={item} borough={me} />
      {item.removed && (
        <p className="quiet">
          {`Not taken forward${item.removed.why === "" ? "." : `: ${item.removed.why}`}`}
        </p>
      )}
      {isChanged && (
        <Notice look="warn" action={<Button onClick={acknowledge}>I have read it</Button>}>
          <p>The wording changed while you were reading:</p>
          <ChangedWords items={[{ name, changes }]} />
        </Notice>
      )}
      <OwnPosition item={item} read={read} name={name} onTextChanged={acknowledge} />
      <OtherBoroughs item={item} name={name} />
    </Dialog>
  );
}

interface OtherBoroughsProps {
  readonly item: Item;
  readonly name: string;
}

function OtherBoroughs({ item, name }: OtherBoroughsProps): ReactNode {
  const { boroughId } = useMe();
  const said = usePositions(item.id);
  const proposed = useProposals(item.id);
  const taking = useRecord(boroughsIn);
  const record = useRecord((state) => state);
  const gone = [...(said?.keys() ?? [])]
    .filter((id) => taking.every((borough) => borough.id !== id))
    .map((id) => ({ id, name: boroughName(record, id) }));
  const others = [...taking, ...gone].filter(({ id }) => id !== boroughId);
  return (
    <section className="positions-part">
      <h3>Other boroughs</h3>
      {others.length === 0 && <p className="quiet">No other borough takes part yet.</p>}
      {others.length > 0 && (
        <ul className="borough-positions">
          {others.map((borough) => (
            <li key={borough.id}>
              <BoroughPosition
                item={item}
                name={name}
                borough={borough}
                position={said?.get(borough.id)}
                proposal={proposed?.get(borough.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
