/** A conversation that waits for the person at this page: why, the words it is about, and all that can be done. */
import { useState, type ComponentType, type ReactNode } from "react";
import type { ToLookAt, WhyThread } from "../../shared/to-look-at.ts";
import { messageOf } from "../connection/command-refused.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { noticeStoreOf } from "../connection/notice-store.ts";
import { Button } from "../controls/button.tsx";
import { ItemLink } from "../words/item-link.tsx";
import { itemName, itemSentence } from "../words/item-words.ts";
import { Refused } from "../words/refused.tsx";

const whyWords: Readonly<Record<WhyThread, string>> = {
  assigned: "given to you to see to",
  closing: "somebody asks to close your objection",
  mention: "you or your borough are mentioned",
  answer: "somebody answered you",
  suggestion: "new wording is suggested",
};

interface ThreadToLookAtProps {
  readonly entry: Extract<ToLookAt, { kind: "thread" }>;
  readonly Conversation: ComponentType<{ readonly threadId: string }>;
  /** With what to read out. */
  readonly onDone: (words: string) => void;
}

export function ThreadToLookAt({ entry, Conversation, onDone }: ThreadToLookAtProps): ReactNode {
  const { itemId, threadId, why, notices } = entry;
  const session = useSession();
  const item = useItem(itemId);
  const name = useRecord((record) => itemName(item, record, itemId));
  const [problem, setProblem] = useState<string | null>(null);
  const done = async (): Promise<void> => {
    try {
      await noticeStoreOf(session).markRead(notices);
      onDone("Done");
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <section className="look-card" aria-labelledby={`look-${threadId}`}>
      <h2 id={`look-${threadId}`} tabIndex={-1}>
        {name}: {whyWords[why]}
      </h2>
      {item && <p className="look-sentence">{itemSentence(item)}</p>}
      <Conversation threadId={threadId} />
      <Refused problem={problem} />
      <div className="look-buttons">
        {why !== "suggestion" && <Button onClick={() => void done()}>Done with this</Button>}
        <span>
          <ItemLink itemId={itemId} threadId={threadId} /> in the document
        </span>
      </div>
    </section>
  );
}
