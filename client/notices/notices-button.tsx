/** In the header: how many notices are not read, and the sheet with all of them. */
import { useEffect, useState, type ReactNode } from "react";
import { noticeStoreOf, useNotices } from "../connection/notice-store.ts";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { NoticesSheet } from "./notices-sheet.tsx";
import { useReadOut } from "./use-read-out.ts";
import "./notices.css";

export function NoticesButton(): ReactNode {
  const session = useSession();
  const { unread } = useNotices();
  const [isOpen, setOpen] = useState(false);
  useReadOut();
  useEffect(() => {
    const store = noticeStoreOf(session);
    // They may have been read on another page meanwhile.
    const refresh = (): void => {
      if (document.visibilityState === "visible") void store.refresh();
    };
    refresh();
    document.addEventListener("visibilitychange", refresh);
    return () => document.removeEventListener("visibilitychange", refresh);
  }, [session]);
  return (
    <>
      <Button className="notices-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Notices
        {unread > 0 && (
          <span className="notices-count">
            {unread}
            <span className="only-read-out"> not read</span>
          </span>
        )}
      </Button>
      {isOpen && <NoticesSheet onClose={() => setOpen(false)} />}
    </>
  );
}
