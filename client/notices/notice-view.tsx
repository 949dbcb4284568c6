/** One notice: who did what where, in their words, and the way there. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Notice } from "../../shared/notices.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { nameOfVersion, versionIn } from "../../shared/version.ts";
import { openThread } from "../connection/active-thread.ts";
import { useItem, useRecord, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import { versionAddress } from "../connection/version-address.ts";
import { Button } from "../controls/button.tsx";
import { Tag } from "../controls/tag.tsx";
import { Moment } from "../words/deed-line.tsx";
import { itemName } from "../words/item-words.ts";
import { whoWords } from "../words/who-words.ts";

interface NoticeViewProps {
  readonly notice: Notice;
  readonly isNew: boolean;
  readonly onRead: (notice: Notice) => void;
  /** Somebody follows it to its place. */
  readonly onGo: () => void;
}

export function NoticeView({ notice, isNew, onRead, onGo }: NoticeViewProps): ReactNode {
  const { itemId, version, needId, threadId, by, did, words } = notice;
  const { statementId } = useSession();
  const item = useItem(itemId ?? "");
  const need = useItem(needId ?? "");
  const name = useRecord((record) =>
    version === null ? itemName(item, record, itemId ?? "") : versionName(version, record),
  );
  const needName = useRecord((record) => (needId === null ? "" : itemName(need, record, needId)));
  const who = useRecord((record) => (by ? whoWords(by, record) : ""));
  return (
    <li className={isNew ? "notice-view notice-new" : "notice-view"}>
      <p>
        {isNew && <Tag look="good">New</Tag>} {by && <b>{who}</b>} {by && `${did} `}
        <Link
          to={
            version === null
              ? itemAddress(statementId, itemId ?? "")
              : versionAddress(statementId, version)
          }
          onClick={() => {
            if (isNew) onRead(notice);
            if (threadId !== null) openThread(threadId);
            onGo();
          }}
        >
          {name}
        </Link>
        {needId !== null && ` meets ${needName}, which your borough raised`}
        {!by && ` ${did}`}
        {by && (
          <span className="quiet">
            {" "}
            · <Moment at={by.at} />
          </span>
        )}
      </p>
      {words !== "" && <p className="notice-words">{words}</p>}
      {isNew && (
        <Button look="plain" onClick={() => onRead(notice)}>
          Mark as read<span className="only-read-out">: {by ? `${who} ${did} ${name}` : name}</span>
        </Button>
      )}
    </li>
  );
}

/** "issued version 2, “For the market”". */
function versionName(number: number, record: RecordState): string {
  const version = versionIn(record, number);
  if (!version?.issued) return `version ${number}`;
  return `issued version ${version.issued.issue}, “${nameOfVersion(version)}”`;
}
