/** All notices of the person at this page, newest first, and which kinds they want. */
import { useState, type ReactNode } from "react";
import { type Notice } from "../../shared/notices.ts";
import { isRead } from "../../shared/notice-reading.ts";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import { noticeStoreOf, useNotices } from "../connection/notice-store.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { Refused } from "../words/refused.tsx";
import { NoticeKinds } from "./notice-kinds.tsx";
import { NoticeView } from "./notice-view.tsx";

/** More than anybody reads at once; older ones are asked for. */
const firstShown = 50;

export function NoticesSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const store = noticeStoreOf(useSession());
  const { notices, unread, reading } = useNotices();
  const [shown, setShown] = useState(firstShown);
  const [problem, setProblem] = useState<string | null>(null);

  const keep = async (change: Promise<void>, done: string | null): Promise<void> => {
    try {
      await change;
      setProblem(null);
      if (done !== null) announce(done);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const markRead = (notice: Notice): void => void keep(store.markRead([notice]), null);
  return (
    <Dialog title="Notices" look="side" onClose={onClose}>
      <Refused problem={problem} />
      {notices.length === 0 ? (
        <p>
          Nothing yet. You are told here when somebody mentions or answers you, and when something
          happens to what your borough raised or agreed to.
        </p>
      ) : (
        <div className="notices-head">
          <p>{unread === 0 ? "You have read all of them." : `${unread} not read.`}</p>
          {unread > 0 && (
            <Button onClick={() => void keep(store.markAllRead(), "All are marked as read.")}>
              Mark all as read
            </Button>
          )}
        </div>
      )}
      <ol className="notices-list">
        {notices.slice(0, shown).map((notice) => (
          <NoticeView
            key={notice.key}
            notice={notice}
            isNew={reading !== null && !isRead(notice, reading)}
            onRead={markRead}
            onGo={onClose}
          />
        ))}
      </ol>
      {notices.length > shown && (
        <Button onClick={() => setShown(shown + firstShown)}>Show earlier ones</Button>
      )}
      <NoticeKinds
        off={reading?.off ?? []}
        onChange={(off) => void keep(store.turnOff(off), null)}
      />
    </Dialog>
  );
}
