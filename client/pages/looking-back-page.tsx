/** What was wanted and not written, to read, print and share. */
import { useState, type ReactNode } from "react";
import { LookingBackReport } from "../looking-back/looking-back.tsx";
import { ShareDialog } from "../people/share-dialog.tsx";
import "./wide-page.css";

export function LookingBackPage(): ReactNode {
  const [isSharing, setSharing] = useState(false);
  return (
    <div className="wide-page">
      <LookingBackReport onShare={() => setSharing(true)} />
      {isSharing ? (
        <ShareDialog firstRole="reader" page="looking-back" onClose={() => setSharing(false)} />
      ) : null}
    </div>
  );
}
