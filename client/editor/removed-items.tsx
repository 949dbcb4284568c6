/** What was taken out, with why, at the end of the document. Anything can be put back. */
import { useCallback, type ReactNode } from "react";
import { itemKinds, mainField } from "../../shared/item-kinds.ts";
import { needSentence } from "../../shared/need-sentence.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { useItem, useRecord } from "../connection/hooks.ts";
import { itemElementId } from "../connection/item-address.ts";
import { useStructure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";
import { putBack } from "./acts/remove-items.ts";
import { useEditor } from "./rows/editor-context.tsx";

export function RemovedItems(): ReactNode {
  const { removed } = useStructure();
  if (removed.length === 0) return null;
  return (
    <details className="removed-items">
      <summary>Not taken forward ({removed.length})</summary>
      <ul>
        {removed.map((id) => (
          <RemovedItem key={id} id={id} />
        ))}
      </ul>
    </details>
  );
}

function RemovedItem({ id }: { readonly id: string }): ReactNode {
  const { controller, mayWrite } = useEditor();
  const item = useItem(id);
  const reference = useRecord(
    useCallback((record: RecordState) => record.references.get(id) ?? null, [id]),
  );
  if (!item?.removed) return null;
  const name = reference ?? itemKinds[item.kind].label;
  const bringBack = (): void => {
    putBack(controller.session, [id]);
    controller.whenShown(() => controller.show(id));
  };
  return (
    <li id={itemElementId(id)} tabIndex={-1}>
      <p>
        <span className="reference">{name}</span> {wordsOf(item)}
      </p>
      <p className="quiet-line">
        {item.removed.why === "" ? "No reason given" : `Because: ${item.removed.why}`}
        {mayWrite && (
          <>
            {" · "}
            <Button look="plain" aria-label={`Put back ${name}`} onClick={bringBack}>
              Put back
            </Button>
          </>
        )}
      </p>
    </li>
  );
}

function wordsOf(item: Item): string {
  if (item.kind === "need") return needSentence(item);
  const text = item.fields[mainField(item.kind)];
  return text ? plainText(text) : "";
}
