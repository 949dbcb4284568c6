/** Before there is a version: what one is for, and making the first. */
import type { ReactNode } from "react";
import { Button } from "../controls/button.tsx";

/** @param onMake null for those who may not */
export function NoVersionsYet({ onMake }: { readonly onMake: (() => void) | null }): ReactNode {
  return (
    <section className="versions-none" aria-labelledby="versions-none">
      <h2 id="versions-none">No versions yet</h2>
      <p>
        Make one before you send the text to somebody. Later you can read it, see what changed
        since, and put an item or the whole text back as it was.
      </p>
      <p>
        One is also kept by itself before a file is brought in, before text is restored, and of each
        day with changes.
      </p>
      {onMake ? (
        <Button look="main" onClick={onMake}>
          Make a version
        </Button>
      ) : (
        <p>Leads and editors make versions.</p>
      )}
    </section>
  );
}
