/** The slim header: where one is, whether all is saved, who is here, and sharing. */
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { Button } from "../../controls/button.tsx";
import { NoticesButton } from "../../notices/notices-button.tsx";
import { PeopleHere } from "../../people/people-here.tsx";
import { ShareDialog } from "../../people/share-dialog.tsx";
import { SavedMark } from "./saved-mark.tsx";
import { StatementTitle } from "./statement-title.tsx";

export function StatementHeader(): ReactNode {
  const [isSharing, setSharing] = useState(false);
  return (
    <header className="statement-header">
      <Link className="place-name" to="/">
        Needline
      </Link>
      <div className="statement-name">
        <StatementTitle />
        <SavedMark />
      </div>
      <div className="statement-people">
        <PeopleHere />
        <NoticesButton />
        <Button look="main" onClick={() => setSharing(true)}>
          Share
        </Button>
      </div>
      {isSharing ? <ShareDialog onClose={() => setSharing(false)} /> : null}
    </header>
  );
}
