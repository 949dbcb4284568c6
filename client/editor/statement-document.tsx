/**
 * The statement as one document: all items on the page, one of them open to write in. Promises that
 * whoever may not write gets the same page without an editor.
 */
import "./statement-document.css";
import "./rows/item-margin.css";
import "./rows/rows.css";
import "./text/text.css";
import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ComponentType,
  type ReactNode,
} from "react";
import { defaultPriorityWords } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import type { MenuItem } from "../controls/menu-button.tsx";
import { useMay, useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { DocumentController, type Callbacks } from "./controller/document-controller.ts";
import { followVariations } from "./controller/asked-fields.ts";
import { followRemovals } from "./controller/follow-removals.ts";
import { listenToPage } from "./controller/page-events.ts";
import { DocumentBar } from "./bar/document-bar.tsx";
import { SelectionBubble } from "./bar/selection-bubble.tsx";
import { DocumentRows } from "./document-rows.tsx";
import { EditorNotice } from "./dialogs/editor-notice.tsx";
import { Questions } from "./dialogs/questions.tsx";
import { FirstStep } from "./first-step.tsx";
import { RemovedItems } from "./removed-items.tsx";
import { EditorContext } from "./rows/editor-context.tsx";

interface StatementDocumentProps {
  readonly controller: DocumentController;
  readonly callbacks: Callbacks;
  /** What the page puts under an item: its links, what boroughs say of it. */
  readonly Beneath: ComponentType<{ readonly itemId: string }>;
  /** What the page adds to an item's menu. */
  readonly choicesFor: (item: Item) => readonly MenuItem[];
  /** The items that a filter lets through, or null without a filter. */
  readonly filtered: ReadonlySet<string> | null;
  /** Ids of the section that is shown, where not all are. */
  readonly part: readonly string[] | null;
  readonly onClearFilter: () => void;
  /** Id of the borough as whose it is read, without an editor; null to read and write it as everybody's. */
  readonly readAs: string | null;
}

/** The controller of the open statement: made once for a session. */
export function useDocumentController(): DocumentController {
  const session = useSession();
  return useMemo(() => new DocumentController(session), [session]);
}

/** Rendered again only when the filter, or what one may do, changes. */
export const StatementDocument = memo(function StatementDocument({
  controller,
  callbacks,
  Beneath,
  choicesFor,
  filtered,
  part,
  onClearFilter,
  readAs,
}: StatementDocumentProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { shown } = useStructure();
  const mayWrite = useMay("write") && readAs === null;
  const mayComment = useMay("comment");
  const maySuggest = useMay("suggest");

  useLayoutEffect(() => {
    controller.allow(mayWrite, callbacks);
  }, [controller, mayWrite, callbacks]);

  useEffect(() => {
    if (!root.current) return undefined;
    controller.enter(root.current);
    const stops = [
      listenToPage(controller, root.current),
      followRemovals(controller),
      followVariations(controller),
    ];
    return () => {
      for (const stop of stops) stop();
      controller.leave();
    };
  }, [controller]);

  const surroundings = useMemo(
    () => ({
      controller,
      mayWrite,
      mayComment,
      maySuggest,
      readAs,
      Beneath,
      choicesFor,
      priorityWords: defaultPriorityWords,
    }),
    [controller, mayWrite, mayComment, maySuggest, readAs, Beneath, choicesFor],
  );

  return (
    <EditorContext value={surroundings}>
      <DocumentBar />
      <div ref={root} className="document" data-document="">
        {shown.length === 0 ? (
          <FirstStep />
        ) : (
          <DocumentRows filtered={filtered} part={part} onClearFilter={onClearFilter} />
        )}
      </div>
      {readAs === null && <RemovedItems />}
      <SelectionBubble />
      <EditorNotice />
      <Questions />
    </EditorContext>
  );
});
