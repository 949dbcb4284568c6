/** Confirms for a borough that it still agrees, item by item chosen, each shown with the words that changed. */
import { useState, type ReactNode } from "react";
import type { Change } from "../../shared/changed-since.ts";
import type { Item } from "../../shared/items.ts";
import { fingerprintOf } from "../../shared/seen.ts";
import { useMe } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ChangedWords } from "../words/changed-words.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

/** An item as the person reads it here, of which only words changed since the borough agreed. */
export interface Reworded {
  readonly item: Item;
  readonly name: string;
  readonly changes: readonly Change[];
}

interface StillAgreeDialogProps {
  readonly reworded: readonly Reworded[];
  /** @param isConfirmed whether anything was confirmed, or given up */
  readonly onClose: (isConfirmed: boolean) => void;
}

export function StillAgreeDialog({ reworded, onClose }: StillAgreeDialogProps): ReactNode {
  const { boroughId, boroughName } = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isMissing, setMissing] = useState(false);
  const { run, isRunning, problem } = useCommand();
  const choose = (id: string, isChosen: boolean): void => {
    const now = new Set(chosen);
    if (isChosen) now.add(id);
    else now.delete(id);
    setChosen(now);
  };
  const isAll = chosen.size === reworded.length;
  const confirm = async (): Promise<void> => {
    // Of the words that were read here: when they changed again meanwhile, it is refused.
    const items = reworded
      .filter(({ item }) => chosen.has(item.id))
      .map(({ item }) => ({ itemId: item.id, seen: fingerprintOf(item, boroughId) }));
    setMissing(items.length === 0);
    if (items.length === 0 || !(await run("renew-positions", { items }))) return;
    announce(`${boroughName} still agrees to ${counted(items.length)}`);
    onClose(true);
  };
  return (
    <Dialog title={`Does ${boroughName} still agree?`} isToRead onClose={() => onClose(false)}>
      <p>Only the wording changed in these. Choose those to which {boroughName} still agrees.</p>
      <Button
        look="plain"
        className="still-agree-all"
        onClick={() => setChosen(new Set(isAll ? [] : reworded.map(({ item }) => item.id)))}
      >
        {isAll ? "Choose none" : "Choose all"}
      </Button>
      <ul className="still-agree-items">
        {reworded.map(({ item, name, changes }) => (
          <li key={item.id}>
            <Checkbox
              id={`still-${item.id}`}
              label={<b>{name}</b>}
              checked={chosen.has(item.id)}
              onChange={(isChosen) => choose(item.id, isChosen)}
            />
            <ChangedWords items={[{ name, changes }]} />
          </li>
        ))}
      </ul>
      <Refused problem={isMissing ? "Choose an item first." : problem} />
      <div className="dialog-buttons">
        <Button look="main" busy={isRunning} onClick={() => void confirm()}>
          {chosen.size === 0 ? "Still agree" : `Still agree to ${counted(chosen.size)}`}
        </Button>
        <Button onClick={() => onClose(false)}>Cancel</Button>
      </div>
    </Dialog>
  );
}

function counted(items: number): string {
  return items === 1 ? "1 item" : `${items} items`;
}
