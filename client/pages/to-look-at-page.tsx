/** What waits for the person at this page to look at. */
import type { ReactNode } from "react";
import { StillAgree } from "../agreement/still-agree.tsx";
import { useAgreement } from "../connection/agreement-store.ts";
import { useStanding } from "../connection/highlights.ts";
import { useRecord, useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { ThreadCard } from "../record-panel/thread-card.tsx";
import type { Thread } from "../../shared/thread.ts";
import { ToLookAt } from "../to-look-at/to-look-at.tsx";
import { VersionToSignOff } from "../versions/version-to-sign-off.tsx";
import "../record-panel/conversation-panel.css";
import "./wide-page.css";

export function ToLookAtPage(): ReactNode {
  const title = useTitle();
  return (
    <div className="wide-page narrow-page">
      <PageHeading title="To look at" of={title} />
      <ToLookAt
        Conversation={Conversation}
        VersionToSignOff={VersionToSignOff}
        many={<StillAgreeToMany />}
      />
    </div>
  );
}

/** Items of which only the wording changed, to say together that they still hold. */
function StillAgreeToMany(): ReactNode {
  const { rows } = useAgreement();
  const goOn = (): void => document.querySelector<HTMLElement>(".look-card h2")?.focus();
  return <StillAgree rows={rows} onConfirmed={goOn} />;
}

function Conversation({ threadId }: { readonly threadId: string }): ReactNode {
  const thread = useRecord((record) => record.threads.get(threadId));
  return thread ? <Placed thread={thread} /> : null;
}

function Placed({ thread }: { readonly thread: Thread }): ReactNode {
  return <ThreadCard thread={thread} standing={useStanding(thread)} isOpen namesItem={false} />;
}
