/** Where a statement is written: outline and filters, the document, and the conversations beside their words. */
import "./write-page.css";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useLocation, useNavigate, type Location } from "react-router";
import { onThreadOpened, setActiveThread } from "../connection/active-thread.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useRecord, useSession, useTitle } from "../connection/hooks.ts";
import { bringInAddress, isToWrite, itemIdOfHash } from "../connection/item-address.ts";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { WhenIdle } from "../controls/when-idle.tsx";
import type { Callbacks } from "../editor/controller/document-controller.ts";
import { useSettledStructure } from "../editor/settled-structure.ts";
import { StatementDocument, useDocumentController } from "../editor/statement-document.tsx";
import { ItemHistory } from "../history/item-history.tsx";
import { SinceLine } from "../history/since-line.tsx";
import { WordingEditor } from "../editor/wording/wording-editor.tsx";
import { ManyMusts } from "../hints/many-musts.tsx";
import { NoteDialog } from "../notes/note-dialog.tsx";
import { Filters } from "../outline/filters.tsx";
import { isFiltering, noFilter, type Filter } from "../outline/filter.ts";
import { Outline } from "../outline/outline.tsx";
import { possessive } from "../outline/read-as-words.ts";
import { ReadAsChoice, ReadAsLine } from "../outline/read-as.tsx";
import { useAsBorough } from "../outline/use-as-borough.ts";
import type { Filtered } from "../outline/use-filtered.ts";
import type { Composing } from "../record-panel/composer.tsx";
import { ConversationPanel } from "../record-panel/conversation-panel.tsx";
import { useMatches } from "./use-matches.ts";
import { BeneathItem } from "./write/beneath-item.tsx";
import { FilterWork } from "./write/filter-work.tsx";
import { useItemChoices } from "./write/item-choices.ts";
import { PartFoot, PartHead } from "./write/part-nav.tsx";
import { useParts } from "./write/use-parts.ts";
import { useReadAs } from "./write/use-read-as.ts";

export function WritePage(): ReactNode {
  const title = useTitle();
  const session = useSession();
  const controller = useDocumentController();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [readAs, setReadAs] = useReadAs();
  const asBorough = useAsBorough(readAs);
  const [found, setFound] = useState<Filtered | null>(null);
  const showsAll = !isFiltering(filter) && (asBorough?.hidden.size ?? 0) === 0;
  const filtered = showsAll ? null : found;
  const { shown } = useSettledStructure(controller);
  const listed = useMemo(
    () => (filtered ? shown.filter((id) => filtered.ids.has(id)) : shown),
    [shown, filtered],
  );
  const parts = useParts(controller, listed, isFiltering(filter));
  const partIds = parts?.part.ids ?? null;
  const asName = useRecord((record) => (readAs === null ? null : boroughName(record, readAs)));
  const [composing, setComposing] = useState<Composing | null>(null);
  const [sheet, setSheet] = useState<"outline" | "talk" | null>(null);
  const hasOutline = useMatches("(min-width: 60em)");
  const hasTalk = useMatches("(min-width: 82em)");
  const location: Location<unknown> = useLocation();
  const navigate = useNavigate();

  const show = useCallback(
    (itemId: string, then: () => void = () => {}) => {
      const isShown = controller.show(itemId);
      if (!isShown) {
        setFilter(noFilter);
        if (readAs !== null) setReadAs(null);
      }
      controller.whenShown(() => {
        if (isShown || controller.show(itemId)) then();
      });
    },
    [controller, readAs, setReadAs],
  );

  const go = useCallback(
    (itemId: string, then?: () => void) => {
      // A sheet has to be gone, with the focus it gives back, before the focus can go anywhere else.
      flushSync(() => setSheet(null));
      show(itemId, then);
    },
    [show],
  );

  useEffect(() => {
    // A link to an item brings it into view and puts the focus there, or the caret in it; each time it is followed.
    const itemId = itemIdOfHash(location.hash);
    if (itemId === null) return;
    controller.whenShown(() => {
      go(itemId, () => {
        if (isToWrite(location.state)) controller.openItem(itemId, { at: "start" });
      });
    });
  }, [controller, go, location]);

  useEffect(() => {
    // A link to a conversation leads to it, also where it waits in a sheet or on another section.
    return onThreadOpened((threadId) => {
      if (!hasTalk) setSheet("talk");
      const itemId = session.record.state().threads.get(threadId)?.anchor.itemId;
      if (itemId !== undefined) controller.rowsToCome.reach(itemId);
    });
  }, [hasTalk, controller, session]);

  const callbacks = useMemo<Callbacks>(() => {
    const begin = (kind: Composing["kind"]) => (place: Composing["place"]) => {
      setActiveThread(null);
      setComposing({ kind, place });
      setSheet("talk");
    };
    return {
      onComment: begin("comment"),
      onMeet: begin("meets"),
      onSuggest: begin("suggestion"),
      onBringIn: (below) => void navigate(bringInAddress(session.statementId, below)),
    };
  }, [navigate, session]);

  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const [noteOn, setNoteOn] = useState<string | null>(null);
  const choicesFor = useItemChoices({ onHistory: setHistoryOf, onNote: setNoteOn });
  const paper = useRef<HTMLDivElement>(null);
  const leaveReadAs = useCallback(() => {
    setReadAs(null);
    // The button that was pressed goes with its line.
    paper.current?.focus({ preventScroll: true });
  }, [setReadAs]);
  const clearFilter = useCallback(() => setFilter(noFilter), []);
  const sides = (
    <>
      <Outline onGo={(itemId) => go(itemId)} shownFrom={partIds?.[0] ?? null} />
      <WhenIdle>
        <ReadAsChoice readAs={readAs} onChange={setReadAs} />
        <Filters filter={filter} onChange={setFilter} count={filtered?.count ?? null} />
        <ManyMusts />
      </WhenIdle>
    </>
  );
  const talk = (layout: "beside" | "list"): ReactNode => (
    <ConversationPanel
      layout={layout}
      part={partIds}
      composing={composing}
      WordingField={WordingEditor}
      onComposed={() => {
        flushSync(() => {
          setComposing(null);
          setSheet(null);
        });
      }}
      focusWords={(place) => controller.focusChosen(place)}
    />
  );
  return (
    <div className="write-page">
      <PageHeading
        title={asName === null ? "Write" : `Read as ${possessive(asName)}`}
        of={title}
        hidden
      />
      {!showsAll && <FilterWork filter={filter} hidden={asBorough?.hidden} onFound={setFound} />}
      {hasOutline ? <div className="write-outline">{sides}</div> : null}
      <div className="write-middle">
        {!hasOutline || !hasTalk ? (
          <div className="write-sheets">
            {!hasOutline && <Button onClick={() => setSheet("outline")}>Outline and search</Button>}
            {!hasTalk && <Button onClick={() => setSheet("talk")}>Conversations</Button>}
          </div>
        ) : null}
        <div ref={paper} className="write-paper" tabIndex={-1}>
          {asBorough && <ReadAsLine readAs={asBorough} onLeave={leaveReadAs} />}
          <SinceLine />
          <PartHead shown={parts} count={listed.length} />
          <StatementDocument
            controller={controller}
            callbacks={callbacks}
            Beneath={BeneathItem}
            choicesFor={choicesFor}
            filtered={filtered?.ids ?? null}
            part={partIds}
            onClearFilter={clearFilter}
            readAs={readAs}
          />
          {parts && <PartFoot shown={parts} />}
        </div>
      </div>
      {hasTalk ? (
        <div className="write-talk">
          <WhenIdle>{talk("beside")}</WhenIdle>
        </div>
      ) : null}
      {sheet === "outline" && !hasOutline && (
        <Dialog title="Outline and search" look="side" onClose={() => setSheet(null)}>
          {sides}
        </Dialog>
      )}
      {noteOn !== null && <NoteDialog itemId={noteOn} onClose={() => setNoteOn(null)} />}
      {historyOf !== null && <ItemHistory itemId={historyOf} onClose={() => setHistoryOf(null)} />}
      {sheet === "talk" && !hasTalk && (
        <Dialog title="Conversations" look="side" onClose={() => setSheet(null)}>
          {talk("list")}
        </Dialog>
      )}
    </div>
  );
}
