/** What the bar shows of the open field: renders again only when one of these changes. */
import { useRef, useSyncExternalStore } from "react";
import type { DocumentController } from "../controller/document-controller.ts";
import type { OpenField } from "../live/live-editor.ts";
import { listCommands, wordCommands } from "./commands.ts";

export interface OpenNow {
  readonly open: OpenField;
  /** Ids of commands that hold where the caret is. */
  readonly active: readonly string[];
  readonly isInTable: boolean;
  readonly hasSelection: boolean;
}

export function useOpenField(controller: DocumentController): OpenNow | null {
  const last = useRef<{ key: string; now: OpenNow | null }>({ key: "", now: null });
  return useSyncExternalStore(
    (listener) => controller.live.subscribe(listener),
    () => {
      const now = look(controller);
      const key = now === null ? "" : keyOf(now);
      const isSame = key === last.current.key && now?.open === last.current.now?.open;
      if (!isSame) last.current = { key, now };
      return last.current.now;
    },
  );
}

function look({ live }: DocumentController): OpenNow | null {
  const { open } = live;
  if (!open) return null;
  const { editor } = open;
  const all = [...wordCommands, ...listCommands];
  return {
    open,
    active: all.filter((command) => command.isActive?.(editor)).map(({ id }) => id),
    isInTable: editor.isActive("table"),
    hasSelection: !editor.state.selection.empty,
  };
}

function keyOf({ active, isInTable, hasSelection }: OpenNow): string {
  return [...active, isInTable, hasSelection].join(" ");
}
