/** A version to be read: what it is, who says what to it, and the whole of its text, which prints. */
import { useId, type ReactNode } from "react";
import type { Version } from "../../shared/version.ts";
import { Button } from "../controls/button.tsx";
import { Refused } from "../words/refused.tsx";
import { DoneBy } from "./done-by.tsx";
import { IssueButton } from "./issue-button.tsx";
import { IssuedTag } from "./issued-tag.tsx";
import { RestorePart } from "./restore-part.tsx";
import { SignOffs } from "./sign-offs.tsx";
import { TextThen } from "./text-then.tsx";
import { tookPart } from "./then-lines.ts";
import { useVersionText } from "./use-version-text.ts";
import { VersionLine } from "./version-line.tsx";
import { VersionLinks } from "./version-links.tsx";
import "./versions.css";
import "./text-then.css";

export function VersionReading({ version }: { readonly version: Version }): ReactNode {
  const { number, note, issued } = version;
  const asked = useVersionText(number);
  const signOffsId = useId();
  return (
    <>
      <div className="version-head">
        <p className="version-what">
          Version {number} <IssuedTag version={version} />
        </p>
        <VersionLine version={version} />
        {note !== "" && <p className="version-note">{note}</p>}
        {asked.state === "there" && <p className="version-line">{tookPart(asked.text)}</p>}
        <div className="version-links">
          <VersionLinks number={number} />
          <IssueButton version={version} />
          <Button look="plain" onClick={() => window.print()}>
            Print
          </Button>
        </div>
        <RestorePart number={number} itemId={null} name="the whole text" isDifferent />
      </div>
      {issued && (
        <section className="version-sign-offs" aria-labelledby={signOffsId}>
          <h2 id={signOffsId}>Issued version {issued.issue}</h2>
          <DoneBy did="Issued" deed={issued} />
          <SignOffs version={version} />
        </section>
      )}
      {asked.state === "asking" && <p>Looking it up…</p>}
      {asked.state === "refused" && (
        <div className="version-refused">
          <Refused problem={asked.problem} />
          <Button onClick={asked.askAgain}>Try again</Button>
        </div>
      )}
      {asked.state === "there" && <TextThen number={number} text={asked.text} />}
    </>
  );
}
