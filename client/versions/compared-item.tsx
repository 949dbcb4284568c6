/** One item that differs: what became of it, and its text with the words that were added and removed. */
import { memo, type ReactNode } from "react";
import type { FieldDifference, ItemComparison } from "../../shared/comparison.ts";
import { fieldOf, itemKinds, mainField, type Priority } from "../../shared/item-kinds.ts";
import { needLead } from "../../shared/need-sentence.ts";
import { itemAddress } from "../connection/item-address.ts";
import { PlainLink } from "../controls/plain-link.tsx";
import { Tag } from "../controls/tag.tsx";
import { changesOf, changeWords, linkWords } from "./compare-words.ts";
import { DifferenceText, Runs } from "./difference-text.tsx";

interface ComparedItemProps {
  readonly statementId: string;
  readonly item: ItemComparison;
  /** Borough id → name. */
  readonly boroughs: Readonly<Record<string, string>>;
  readonly priorityWords: Readonly<Record<Priority, string>>;
}

export const ComparedItem = memo(ComparedItemNow);

export function comparedElementId(itemId: string): string {
  return `compared-${itemId}`;
}

function ComparedItemNow({
  statementId,
  item,
  boroughs,
  priorityWords,
}: ComparedItemProps): ReactNode {
  const { itemId, fate, kind, reference, why, movedFrom } = item;
  const isWhole = fate !== "kept";
  const name = reference ?? itemKinds[kind].label;
  const boroughName = (id: string): string => boroughs[id] ?? id;
  return (
    <article
      id={comparedElementId(itemId)}
      className={`compared compared-${fate}`}
      aria-label={name}
      tabIndex={-1}
    >
      <h3 className="compared-name">
        {fate === "removed" ? (
          name
        ) : (
          <PlainLink className="item-link" to={itemAddress(statementId, itemId)}>
            {name}
          </PlainLink>
        )}
        {changesOf(item).map((change) => (
          <Tag key={change} look={changeWords[change].look}>
            {changeWords[change].label}
          </Tag>
        ))}
      </h3>
      {why === "" ? null : <p className="compared-about">Not taken forward: {why}</p>}
      {movedFrom ? (
        <p className="compared-about">
          It stood{" "}
          {movedFrom.section === "" ? "before the first section" : `in “${movedFrom.section}”`}
          {movedFrom.after ? `, behind ${movedFrom.after.name}` : ", as the first"}.
        </p>
      ) : null}
      <Fields item={item} isWhole={isWhole} />
      <dl className="compared-parts">
        <Priorities item={item} isWhole={isWhole} words={priorityWords} />
        {item.level.before === item.level.after ? null : (
          <Part label="Level">
            <Change before={`Level ${item.level.before}`} after={`Level ${item.level.after}`} />
          </Part>
        )}
        <Names label="Raised by" list={item.raisedBy} isWhole={isWhole} nameOf={boroughName} />
        <Names label="Also known as" list={item.aliases} isWhole={isWhole} nameOf={String} />
        {item.variations.map(({ key, boroughId, fate: its, blocks }) => (
          <Part
            key={key}
            label={`Differs for ${boroughName(boroughId)}`}
            tag={isWhole || its === "same" ? null : variationWords[its]}
          >
            <DifferenceText blocks={blocks} isWhole={isWhole} />
          </Part>
        ))}
      </dl>
      {item.links.map((link) => (
        <p key={link.needId} className="compared-about">
          {linkWords(link)}
        </p>
      ))}
    </article>
  );
}

const variationWords = { added: "Added", removed: "Removed", changed: "Changed" } as const;
const sentenceFields = ["asA", "iNeed", "soThat"] as const;

function Fields({ item, isWhole }: { item: ItemComparison; isWhole: boolean }): ReactNode {
  const main = mainField(item.kind);
  const isOfSentence = ({ field }: FieldDifference): boolean =>
    item.kind === "need" && sentenceFields.some((name) => name === field);
  const sentence = item.fields.filter(isOfSentence);
  const others = item.fields.filter((one) => !isOfSentence(one));
  return (
    <>
      {sentence.length > 0 && (
        <p className="difference compared-main">
          {sentence.map((one) => (
            <SentencePart key={one.field} part={one} isWhole={isWhole} />
          ))}
        </p>
      )}
      {others.map((one) =>
        one.field === main ? (
          <div key={one.field} className="compared-main">
            <DifferenceText blocks={one.blocks} isWhole={isWhole} />
          </div>
        ) : (
          <dl key={one.field} className="compared-parts">
            <Part label={fieldOf(item.kind, one.field)?.label ?? one.label}>
              <DifferenceText blocks={one.blocks} isWhole={isWhole} />
            </Part>
          </dl>
        ),
      )}
    </>
  );
}

/** "I need to …", as a part of a need's one sentence. */
function SentencePart({ part, isWhole }: { part: FieldDifference; isWhole: boolean }): ReactNode {
  const runs = part.blocks.flatMap((block) => (block.type === "paragraph" ? block.runs : []));
  const now = runs
    .filter(({ state }) => state !== "gone")
    .map(({ text }) => text)
    .join("");
  const lead = needLead(part.field as (typeof sentenceFields)[number], now);
  return (
    <>
      <span className="compared-lead">{lead} </span>
      <Runs runs={runs} isWhole={isWhole} />{" "}
    </>
  );
}

function Priorities({
  item: { kind, priority },
  isWhole,
  words,
}: {
  item: ItemComparison;
  isWhole: boolean;
  words: Readonly<Record<Priority, string>>;
}): ReactNode {
  const { before, after } = priority;
  const wordOf = (one: Priority | null): string => (one === null ? "Not set" : words[one]);
  if (!itemKinds[kind].hasPriority || (before === null && after === null)) return null;
  return (
    <Part label="Priority">
      {before === after || isWhole ? (
        wordOf(after)
      ) : (
        <Change before={wordOf(before)} after={wordOf(after)} />
      )}
    </Part>
  );
}

interface NamesProps {
  readonly label: string;
  readonly list: ItemComparison["raisedBy"];
  readonly isWhole: boolean;
  nameOf(id: string): string;
}

/** Lists that stayed the same are not shown, but of what was added or removed as a whole. */
function Names({ label, list: { same, gone, come }, isWhole, nameOf }: NamesProps): ReactNode {
  if (gone.length + come.length === 0 && (!isWhole || same.length === 0)) return null;
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(", ");
  return (
    <Part label={label}>
      {[names(same)].filter(Boolean).join("")}
      {same.length > 0 && gone.length + come.length > 0 ? ", " : ""}
      {gone.length + come.length > 0 && <Change before={names(gone)} after={names(come)} />}
    </Part>
  );
}

function Change({ before, after }: { before: string; after: string }): ReactNode {
  const plain = (state: "gone" | "new", text: string) => ({ state, text, marks: [] }) as const;
  return (
    <span className="difference">
      <Runs
        isWhole={false}
        runs={[
          ...(before === "" ? [] : [plain("gone", before)]),
          ...(after === "" ? [] : [plain("new", after)]),
        ]}
      />
    </span>
  );
}

interface PartProps {
  readonly label: string;
  readonly tag?: string | null;
  readonly children: ReactNode;
}

function Part({ label, tag = null, children }: PartProps): ReactNode {
  return (
    <div>
      <dt>
        {label} {tag === null ? null : <Tag>{tag}</Tag>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
