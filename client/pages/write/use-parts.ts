/**
 * A long statement shown a section at a time: which one the address asks for, and the ways to another.
 * Promises that whoever wants an item gets its section, and that a section that changes under somebody's
 * hands stays where they are.
 */
import { useLayoutEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation, useNavigate } from "react-router";
import { useSession } from "../../connection/hooks.ts";
import { itemIdOfHash, searchForSection, sectionAsked } from "../../connection/item-address.ts";
import { partsOf, showsByPart, type Part } from "../../connection/parts.ts";
import { announce } from "../../controls/announcer.tsx";
import { focusStays } from "../../controls/page-heading.tsx";
import type { DocumentController } from "../../editor/controller/document-controller.ts";
import { partWords } from "./part-words.ts";

export interface PartsShown {
  readonly parts: readonly Part[];
  readonly part: Part;
  /** Its place among the parts, from 0. */
  readonly at: number;
  /** Shows another part. */
  readonly turnTo: (part: Part) => void;
}

interface Turned {
  /** Of the address at which it was turned; another address says itself what it shows. */
  readonly key: string;
  readonly to: string;
}

/**
 * @param listed ids of all items that are to be shown, in order
 * @param isFiltered they are those that fit a filter, whatever section they stand in
 * @returns null while all are shown
 */
export function useParts(
  controller: DocumentController,
  listed: readonly string[],
  isFiltered: boolean,
): PartsShown | null {
  const { items } = useSession();
  const { key, search, hash } = useLocation();
  const navigate = useNavigate();
  const asked = sectionAsked(search);
  const isByPart = showsByPart(asked, isFiltered, listed.length);
  const parts = useMemo(
    () => (isByPart ? partsOf(listed, (id) => items.item(id)) : []),
    // oxlint-disable-next-line react/preserve-manual-memoization -- a list of ids is never changed in place
    [isByPart, listed, items],
  );
  const places = useMemo(
    () => new Map(parts.flatMap(({ ids }, at) => ids.map((id) => [id, at] as const))),
    [parts],
  );
  const [turned, setTurned] = useState<Turned | null>(null);
  const [last, setLast] = useState<readonly string[]>([]);
  // Going back to an address shows what it showed.
  if (turned !== null && turned.key !== key) setTurned(null);
  const wanted = [turned?.key === key ? turned.to : null, itemIdOfHash(hash), asked, ...last];
  const at = wanted.reduce<number | null>(
    (found, id) => found ?? (id === null ? null : (places.get(id) ?? null)),
    null,
  );
  const part = parts[at ?? 0] ?? null;
  // What it holds now says where one is when its first item, or the one that was asked for, goes.
  if (part && part.ids !== last) setLast(part.ids);

  const show = (next: Part, replace: boolean): void => {
    const [first = ""] = next.ids;
    controller.live.close();
    flushSync(() => setTurned({ key, to: first }));
    void navigate(
      { search: searchForSection(search, first) },
      { replace, preventScrollReset: true, state: focusStays },
    );
  };

  useLayoutEffect(() => {
    if (!part) return undefined;
    const turn = (to: number | undefined, replace: boolean): boolean => {
      const next = to === undefined ? undefined : parts[to];
      if (!next || next === part) return false;
      show(next, replace);
      announce(partWords(next, parts, items));
      return true;
    };
    return controller.rowsToCome.showBy({
      reach: (itemId) => turn(places.get(itemId), false),
      beyond: (direction) => turn((at ?? 0) + direction, true),
    });
  });

  return part && { parts, part, at: at ?? 0, turnTo: (next) => show(next, false) };
}
