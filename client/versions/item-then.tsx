/** An item of a version as it was: its words, what it met and what boroughs said of it; it can be put back. */
import { memo, useMemo, type ReactNode } from "react";
import { itemKinds, mainField } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { changesBetween } from "../../shared/part-changes.ts";
import { hasWords } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { variationsShown } from "../../shared/variations.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useItem, useSession } from "../connection/hooks.ts";
import type { VersionText } from "../connection/versions-api.ts";
import { itemSentence } from "../words/item-words.ts";
import { RichWords } from "../words/rich-words.tsx";
import { RestorePart } from "./restore-part.tsx";
import { metLine, saidLine } from "./then-lines.ts";

interface ItemThenProps {
  readonly number: number;
  readonly item: Item;
  readonly text: VersionText;
  readonly people: RecordState["people"];
}

export const ItemThen = memo(function ItemThen(props: ItemThenProps): ReactNode {
  const { number, item, text } = props;
  const { kind, id, removed } = item;
  const reference = text.references.get(id);
  const name = reference ?? (kind === "section" ? `“${itemSentence(item)}”` : "this text");
  return (
    <div className={`item-then item-then-${kind}`}>
      <span className="item-then-reference">{reference}</span>
      <div className="item-then-words">
        {kind === "section" ? <Heading item={item} /> : <Words {...props} />}
        {removed && (
          <p className="item-then-line">
            Not taken forward{removed.why === "" ? "." : `: ${removed.why}`}
          </p>
        )}
        <RestorePart
          number={number}
          itemId={id}
          name={name}
          isDifferent={useIsDifferent(item, text)}
        />
      </div>
    </div>
  );
});

/** The page's own heading is above: a section of the first level is the second. */
function Heading({ item }: Pick<ItemThenProps, "item">): ReactNode {
  const words = itemSentence(item) || "Section without a title";
  if (item.level === 1) return <h2>{words}</h2>;
  return item.level === 2 ? <h3>{words}</h3> : <h4>{words}</h4>;
}

function Words({ item, text, people }: ItemThenProps): ReactNode {
  const { record } = useSession();
  const nameOf = (boroughId: string): string =>
    boroughName({ ...record.state(), people }, boroughId);
  const { kind, priority, fields } = item;
  const main = kind === "need" ? undefined : fields[mainField(kind)];
  const further = itemKinds[kind].fields.filter(
    ({ name, lead }) => name !== mainField(kind) && lead === undefined && hasWords(fields[name]),
  );
  const differs = variationsShown(item);
  const met = metLine(text, item.id);
  const said = saidLine(text, item.id, nameOf);
  return (
    <>
      {priority !== null && <b className="item-then-priority">{text.priorityWords[priority]}</b>}
      {main ? <RichWords text={main} /> : <p>{itemSentence(item)}</p>}
      {further.length + differs.length > 0 && (
        <dl className="item-then-further">
          {further.map(({ name, label }) => (
            <Part key={name} label={label} text={fields[name]} />
          ))}
          {differs.map(({ key, boroughId, text: words }) => (
            <Part key={key} label={`Differs for ${nameOf(boroughId)}`} text={words} />
          ))}
        </dl>
      )}
      {met !== "" && <p className="item-then-line">{met}</p>}
      {said !== "" && <p className="item-then-line">{said}</p>}
    </>
  );
}

function Part({ label, text }: { label: string; text: RichText | undefined }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text && <RichWords text={text} />}</dd>
    </div>
  );
}

/** Whether the item reads otherwise now, wherever it stands. */
function useIsDifferent(item: Item, { title, priorityWords }: VersionText): boolean {
  const now = useItem(item.id);
  return useMemo(() => {
    const of = (items: readonly Item[]) => ({ title, priorityWords, items });
    const scope = { of: "item", itemId: item.id } as const;
    return changesBetween(of(now ? [now] : []), of([item]), scope).length > 0;
  }, [now, item, title, priorityWords]);
}
