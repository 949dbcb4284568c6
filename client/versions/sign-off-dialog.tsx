/** Signs an issued version off for a borough, or says why the borough does not. */
import type { ReactNode } from "react";
import { nameOfVersion, type Version } from "../../shared/version.ts";
import { announce } from "../controls/announcer.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { WordsForm } from "../words/words-form.tsx";

interface SignOffDialogProps {
  readonly version: Version;
  readonly boroughName: string;
  readonly state: "signed-off" | "declined";
  /** @param isSaid what was to be said is kept */
  readonly onClose: (isSaid: boolean) => void;
}

export function SignOffDialog(props: SignOffDialogProps): ReactNode {
  const { version, boroughName, state, onClose } = props;
  const { number } = version;
  const issued = `issued version ${version.issued?.issue ?? ""}`;
  const isSigning = state === "signed-off";
  const done = (saved: unknown): void => {
    if (saved !== null)
      announce(
        isSigning
          ? `${issued} is signed off for ${boroughName}`
          : `It is kept why ${boroughName} does not sign ${issued} off`,
      );
    onClose(saved !== null);
  };
  return (
    <Dialog
      title={isSigning ? `Sign off for ${boroughName}` : `Why ${boroughName} does not sign it off`}
      onClose={() => onClose(false)}
    >
      <p>
        {isSigning
          ? `${boroughName} agrees to exactly the text of ${issued}, “${nameOfVersion(version)}”. Everybody sees it, with your name and the time.`
          : `Everybody sees it. ${boroughName} can still sign ${issued} off later.`}
      </p>
      {isSigning ? (
        <WordsForm
          key={state}
          label="Note"
          hint="For example, who decided it and when. Leave it empty if there is nothing to add."
          draftKey={`sign-off ${number}`}
          rows={2}
          saveLabel={`Sign off for ${boroughName}`}
          command="sign-off-version"
          args={(note) => ({ number, note })}
          onDone={done}
        />
      ) : (
        <WordsForm
          key={state}
          label="Why not"
          hint="Say what would have to change."
          draftKey={`decline ${number}`}
          emptyMessage="Say why"
          saveLabel="Say why not"
          command="decline-version"
          args={(why) => ({ number, why })}
          onDone={done}
        />
      )}
    </Dialog>
  );
}
