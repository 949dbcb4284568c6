/** All versions of a statement, newest first, and making one. */
import { useState, type ReactNode } from "react";
import { versionsIn, type Version } from "../../shared/version.ts";
import { useMay, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { MakeVersionDialog } from "./make-version-dialog.tsx";
import { NoVersionsYet } from "./no-versions-yet.tsx";
import { VersionRow } from "./version-row.tsx";
import { whole } from "./whole.ts";
import "./versions.css";

/** With more that were kept by themselves, those that somebody made would be hard to find. */
const fewEnough = 10;

export function VersionList(): ReactNode {
  const versions = versionsIn(useRecord(whole));
  const mayMake = useMay("make-version");
  const [isMaking, setMaking] = useState(false);
  const byThemselves = versions.filter(isKeptByItself).length;
  const [withThose, setWithThose] = useState(byThemselves <= fewEnough);
  const shown = withThose ? versions : versions.filter((version) => !isKeptByItself(version));
  return (
    <>
      <div className="versions-top">
        <p className="lead">
          A version keeps the text, what everybody said of it and who agreed, as they were then.
        </p>
        {mayMake && versions.length > 0 && (
          <Button look="main" onClick={() => setMaking(true)}>
            Make a version
          </Button>
        )}
      </div>
      {versions.length === 0 ? (
        <NoVersionsYet onMake={mayMake ? () => setMaking(true) : null} />
      ) : (
        <section aria-labelledby="versions-heading" className="versions-part">
          <div className="versions-head">
            <h2 id="versions-heading">
              {shown.length === 1 ? "1 version" : `${shown.length} versions`}
            </h2>
            {byThemselves > 0 && (
              <Checkbox
                id="versions-by-themselves"
                label={`Show those kept by themselves (${byThemselves})`}
                checked={withThose}
                onChange={setWithThose}
              />
            )}
          </div>
          {shown.length === 0 ? (
            <p>All versions were kept by themselves. Nobody has made one yet.</p>
          ) : (
            <ol className="versions">
              {shown.map((version) => (
                <VersionRow key={version.number} version={version} />
              ))}
            </ol>
          )}
        </section>
      )}
      {isMaking && <MakeVersionDialog onClose={() => setMaking(false)} />}
    </>
  );
}

/** Issued ones are always shown. */
function isKeptByItself({ why, issued }: Version): boolean {
  return why !== "by-hand" && !issued;
}
