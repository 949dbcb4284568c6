/** What every borough says to an issued version; those who agree for theirs sign it off here, or say why not. */
import { useState, type ReactNode } from "react";
import {
  lastIssued,
  signOffsOf,
  type BoroughSignOff,
  type SignOff,
  type Version,
} from "../../shared/version.ts";
import { useMay, useMe, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Tag } from "../controls/tag.tsx";
import { DoneBy } from "./done-by.tsx";
import { whole } from "./whole.ts";
import { SignOffDialog } from "./sign-off-dialog.tsx";

interface SignOffsProps {
  readonly version: Version;
  /** The person at this page said something for their borough. */
  readonly onSaid?: ((state: SignOff["state"]) => void) | undefined;
}

export function SignOffs({ version, onSaid }: SignOffsProps): ReactNode {
  const record = useRecord(whole);
  const isLast = lastIssued(record)?.number === version.number;
  return (
    <ul className="sign-offs" aria-label="What boroughs say to it">
      {signOffsOf(version, record).map((borough) => (
        <BoroughRow
          key={borough.id}
          version={version}
          borough={borough}
          isLast={isLast}
          onSaid={onSaid}
        />
      ))}
    </ul>
  );
}

interface BoroughRowProps extends SignOffsProps {
  readonly borough: BoroughSignOff;
  /** A later one has not taken its place. */
  readonly isLast: boolean;
}

function BoroughRow({ version, borough, isLast, onSaid }: BoroughRowProps): ReactNode {
  const { boroughId } = useMe();
  const mayBoth = useMay("sign-off");
  const [saying, setSaying] = useState<SignOff["state"] | null>(null);
  const { id, name, signOff } = borough;
  const may = mayBoth && isLast && id === boroughId;
  return (
    <li>
      <span className="sign-off-borough">{name}</span>
      <div className="sign-off-words">
        <StateTag borough={borough} isLast={isLast} />
        {signOff && <DoneBy did="Said" deed={signOff} />}
        {signOff && signOff.words !== "" && <p className="version-note">{signOff.words}</p>}
        {may && (
          <div className="row">
            {signOff?.state !== "signed-off" && (
              <Button look={signOff ? "second" : "main"} onClick={() => setSaying("signed-off")}>
                Sign off for {name}
              </Button>
            )}
            {signOff?.state !== "declined" && (
              <Button onClick={() => setSaying("declined")}>Say why not</Button>
            )}
          </div>
        )}
      </div>
      {saying !== null && (
        <SignOffDialog
          version={version}
          boroughName={name}
          state={saying}
          onClose={(isSaid) => {
            setSaying(null);
            if (isSaid) onSaid?.(saying);
          }}
        />
      )}
    </li>
  );
}

function StateTag({
  borough: { signOff },
  isLast,
}: Pick<BoroughRowProps, "borough" | "isLast">): ReactNode {
  if (signOff?.state === "signed-off") return <Tag look="good">Signed off</Tag>;
  if (signOff?.state === "declined") return <Tag look="bad">Does not sign off</Tag>;
  return isLast ? <Tag look="warn">Waiting</Tag> : <Tag>Said nothing</Tag>;
}
