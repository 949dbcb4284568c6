/**
 * Finds needs and requirements in other statements and brings them in. What became of it takes the
 * focus, with the way to see it and the way to take it back.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { FoundItem, ItemElsewhere, SearchElsewhere } from "../connection/elsewhere-api.ts";
import { useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { LinkButton } from "../controls/link-button.tsx";
import { Notice } from "../controls/notice.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { broughtInAlready, originKey } from "./brought-in.ts";
import { ElsewhereSearch } from "./elsewhere-search.tsx";
import { FoundList } from "./found-list.tsx";
import { placesIn } from "./places.ts";
import { useBringIn, type BroughtIn } from "./use-bring-in.ts";
import { useSearch } from "./use-search.ts";
import "./bring-in.css";

interface BringInProps {
  /** The item that one came from, or null. */
  readonly below: string | null;
  /** Makes the items below another, as one step. @returns their ids in the order given */
  readonly make: (items: readonly ItemElsewhere[], after: string | null) => readonly string[];
  readonly takeBack: (ids: readonly string[]) => void;
}

const nothing: SearchElsewhere = { words: "", statement: "", kind: "" };

export function BringIn({ below, make, takeBack }: BringInProps): ReactNode {
  const [search, setSearch] = useState(nothing);
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundItem>>(new Map());
  const { found, isSearching, problem } = useSearch(search);
  const { state, bringIn, undo } = useBringIn({ make, takeBack });
  const outcome = useRef<HTMLDivElement>(null);
  const { items } = useSession();
  useEffect(() => {
    // What became of it is what one wants to read next.
    if (state.state === "done" || state.state === "undone") outcome.current?.focus();
  }, [state.state]);
  const already = useMemo(
    // Worked out for each answer and each act, not for each letter that somebody types.
    () => broughtInAlready(items.order().flatMap((id) => items.item(id) ?? [])),
    // oxlint-disable-next-line react/exhaustive-deps -- `found` and `state` say when
    [items, found, state],
  );
  useEffect(() => {
    if (found && !isSearching) announce(countWords(found.count));
  }, [found, isSearching]);
  if (found?.statements.length === 0) return <NoOthers />;
  return (
    <>
      <div ref={outcome} tabIndex={-1} className="bring-in-outcome">
        <Outcome state={state} onUndo={undo} />
      </div>
      <ElsewhereSearch search={search} statements={found?.statements ?? []} onChange={setSearch} />
      {problem === null ? null : <Notice look="danger">{problem}</Notice>}
      {found === null ? null : (
        <>
          <p className="found-count">
            {countWords(found.count)}
            {found.count > found.items.length
              ? ` The first ${found.items.length} are shown: search for more words to see fewer.`
              : ""}
          </p>
          <FoundList
            items={found.items}
            chosen={chosen}
            already={already}
            onChoose={(item, isChosen) => {
              const next = new Map(chosen);
              const key = originKey(item.statementId, item.itemId);
              if (isChosen) next.set(key, item);
              else next.delete(key);
              setChosen(next);
            }}
          />
        </>
      )}
      {chosen.size === 0 ? null : (
        <ChosenBar
          chosen={chosen}
          below={below}
          isBusy={state.state === "busy"}
          onBringIn={async (after) => {
            if (await bringIn([...chosen.values()], after)) setChosen(new Map());
          }}
          onClear={() => setChosen(new Map())}
        />
      )}
    </>
  );
}

interface ChosenBarProps {
  readonly chosen: ReadonlyMap<string, FoundItem>;
  readonly below: string | null;
  readonly isBusy: boolean;
  readonly onBringIn: (after: string | null) => Promise<void>;
  readonly onClear: () => void;
}

function ChosenBar({ chosen, below, isBusy, onBringIn, onClear }: ChosenBarProps): ReactNode {
  const { items, record } = useSession();
  const places = placesIn(items, record.state(), below);
  const [value, setValue] = useState(places[0]?.value ?? "end");
  const place = places.find((one) => one.value === value) ?? places.at(-1);
  return (
    <section className="chosen-bar" aria-label="Chosen">
      <SelectField
        id="bring-in-place"
        label={`Where ${chosen.size === 1 ? "it goes" : "they go"}`}
        value={place?.value ?? "end"}
        options={places}
        onChange={setValue}
      />
      <p className="chosen-buttons">
        <Button look="main" busy={isBusy} onClick={() => void onBringIn(place?.after ?? null)}>
          {isBusy ? "Bringing in…" : `Bring ${itemsWords(chosen.size)} in`}
        </Button>
        <Button onClick={onClear}>Choose none</Button>
      </p>
    </section>
  );
}

function Outcome({
  state,
  onUndo,
}: {
  readonly state: BroughtIn;
  readonly onUndo: () => void;
}): ReactNode {
  const { statementId } = useSession();
  switch (state.state) {
    case "nothing":
    case "busy":
      return null;
    case "refused":
      return <Notice look="danger">{state.message}</Notice>;
    case "undone":
      return <Notice look="quiet">{itemsWords(state.count)} taken back out.</Notice>;
    case "done":
      return (
        <Notice
          look="done"
          action={
            <>
              <LinkButton to={itemAddress(statementId, state.ids[0] ?? "")}>
                {state.ids.length === 1 ? "See it" : "See them"}
              </LinkButton>
              <Button onClick={onUndo}>Undo</Button>
            </>
          }
        >
          {itemsWords(state.ids.length)} brought in
          {state.links === 0
            ? ""
            : `, with ${state.links === 1 ? "1 link" : `${state.links} links`}`}
          .{state.problem === null ? "" : ` ${state.problem}`}
        </Notice>
      );
  }
}

function NoOthers(): ReactNode {
  return (
    <div className="elsewhere-empty">
      <h2>You are in no other statement</h2>
      <p>
        Once you are, you can search it here and bring its needs and requirements in. Ask a lead of
        an earlier statement for an invitation as a reader, or import it from a file.
      </p>
    </div>
  );
}

function countWords(count: number): string {
  return count === 0 ? "Nothing is like that." : `${itemsWords(count)} found.`;
}

function itemsWords(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}
