/**
 * Brings chosen items in: reads them as they are at that moment, makes them as one step of one's own,
 * and links those that were linked to each other. Promises that nothing is made when one of them
 * cannot be read.
 */
import { useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import {
  readElsewhere,
  type FoundItem,
  type ItemElsewhere,
  type ItemsElsewhere,
} from "../connection/elsewhere-api.ts";
import { useSession } from "../connection/hooks.ts";
import type { StatementSession } from "../connection/statement-session.ts";

export type BroughtIn =
  | { readonly state: "nothing" }
  | { readonly state: "busy" }
  | { readonly state: "refused"; readonly message: string }
  | {
      readonly state: "done";
      readonly ids: readonly string[];
      readonly links: number;
      /** What went wrong with the links, or null. */
      readonly problem: string | null;
    }
  | { readonly state: "undone"; readonly count: number };

interface Acts {
  readonly make: (items: readonly ItemElsewhere[], after: string | null) => readonly string[];
  readonly takeBack: (ids: readonly string[]) => void;
}

interface UseBringIn {
  readonly state: BroughtIn;
  /** @returns whether the items are there now */
  readonly bringIn: (chosen: readonly FoundItem[], after: string | null) => Promise<boolean>;
  readonly undo: () => void;
}

export function useBringIn({ make, takeBack }: Acts): UseBringIn {
  const session = useSession();
  const [state, setState] = useState<BroughtIn>({ state: "nothing" });

  const bringIn = async (chosen: readonly FoundItem[], after: string | null): Promise<boolean> => {
    setState({ state: "busy" });
    let read: readonly ItemsElsewhere[];
    try {
      const byStatement = Map.groupBy(chosen, ({ statementId }) => statementId);
      read = await Promise.all(
        [...byStatement].map(([from, items]) =>
          readElsewhere(
            session.statementId,
            from,
            items.map(({ itemId }) => itemId),
          ),
        ),
      );
    } catch (error) {
      setState({ state: "refused", message: messageOf(error) });
      return false;
    }
    const items = read.flatMap((one) => one.items);
    const ids = make(items, after);
    const made = new Map(items.map(({ from }, at) => [from, ids[at] ?? ""]));
    const links = await linkThem(session, read, made);
    setState({ state: "done", ids, ...links });
    return true;
  };

  const undo = (): void => {
    if (state.state !== "done") return;
    takeBack(state.ids);
    setState({ state: "undone", count: state.ids.length });
  };

  return { state, bringIn, undo };
}

async function linkThem(
  session: StatementSession,
  read: readonly ItemsElsewhere[],
  made: ReadonlyMap<string, string>,
): Promise<{ links: number; problem: string | null }> {
  let links = 0;
  try {
    for (const { requirementId, needId, how, because } of read.flatMap((one) => one.links)) {
      const anchor = { itemId: made.get(requirementId) ?? "" };
      await session.run("meet-need", { anchor, needId: made.get(needId) ?? "", how, because });
      links += 1;
    }
  } catch (error) {
    return { links, problem: `Not all links came along. ${messageOf(error)}` };
  }
  return { links, problem: null };
}
