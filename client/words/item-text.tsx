/** An item to be read as a whole, away from the document: priority, its sentence, further fields, what differs for a borough. */
import type { ReactNode } from "react";
import { defaultPriorityWords, itemKinds } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { hasWords, plainText } from "../../shared/plain-text.ts";
import { variationsShown } from "../../shared/variations.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { itemSentence } from "./item-words.ts";
import "./item-text.css";

interface ItemTextProps {
  readonly item: Item;
  /** Whose own variations are shown. */
  readonly borough: { readonly boroughId: string; readonly boroughName: string };
}

export function ItemText({ item, borough }: ItemTextProps): ReactNode {
  const further = itemKinds[item.kind].fields.filter(
    ({ name, always }) => !always && hasWords(item.fields[name]),
  );
  const differs = variationsShown(item, borough.boroughId);
  return (
    <div className="item-text">
      <p className="item-text-main">
        {item.priority !== null && <b>{defaultPriorityWords[item.priority]} </b>}
        {itemSentence(item)}
      </p>
      {further.length + differs.length > 0 && (
        <dl>
          {further.map(({ name, label }) => (
            <Part key={name} label={label} text={item.fields[name]} />
          ))}
          {differs.map(({ key, text }) => (
            <Part key={key} label={`Differs for ${borough.boroughName}`} text={text} />
          ))}
        </dl>
      )}
    </div>
  );
}

function Part({ label, text }: { label: string; text: RichText | undefined }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text ? plainText(text) : ""}</dd>
    </div>
  );
}
