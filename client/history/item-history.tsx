/** Who wrote what in an item: every change, comment, link and position, newest first, while it goes on. */
import { useCallback, useState, type ReactNode } from "react";
import { askItemHistory } from "../connection/history-api.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { itemName } from "../words/item-words.ts";
import { Refused } from "../words/refused.tsx";
import { StoryList } from "./story-list.tsx";
import { useStory } from "./use-story.ts";

interface ItemHistoryProps {
  readonly itemId: string;
  readonly onClose: () => void;
}

const firstShown = 50;

export function ItemHistory({ itemId, onClose }: ItemHistoryProps): ReactNode {
  const { statementId } = useSession();
  const item = useItem(itemId);
  const name = useRecord((record) => itemName(item, record, itemId));
  const entries = useRecord(({ head }) => head.number);
  const [shown, setShown] = useState(firstShown);
  const ask = useCallback(
    () => askItemHistory(statementId, itemId, shown),
    [statementId, itemId, shown],
  );
  const { page, problem } = useStory(ask, item, entries);
  return (
    <Dialog title={`Who wrote what in ${name}`} look="side" onClose={onClose}>
      <Refused problem={problem} />
      {!page && !problem && <p>Looking it up…</p>}
      {page?.total === 0 && (
        <p>Nothing is known of it yet. Changes are kept from the day this was put in.</p>
      )}
      {page && page.total > 0 && (
        <StoryList label="Changes, newest first" story={page.story} kind={item?.kind} />
      )}
      {page && page.total > page.story.length && (
        <Button onClick={() => setShown(shown + 2 * firstShown)}>Show earlier changes</Button>
      )}
    </Dialog>
  );
}
