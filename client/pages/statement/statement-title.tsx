/** The title of the statement; whoever may write changes it where it stands. Written when one leaves it. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { aboutOf } from "../../../shared/items.ts";
import { useMay, useSession, useTitle } from "../../connection/hooks.ts";
import { localAct } from "../../connection/local-act.ts";

const longestTitle = 200;

export function StatementTitle(): ReactNode {
  const title = useTitle();
  const mayWrite = useMay("write");
  if (!mayWrite) return <span className="statement-title">{title || "Untitled statement"}</span>;
  return <EditableTitle title={title} />;
}

function EditableTitle({ title }: { readonly title: string }): ReactNode {
  const { doc } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  /** Escape leaves the title as it was, and blur comes after it. */
  const isGivenUp = useRef(false);

  useEffect(() => {
    if (typed === null) isGivenUp.current = false;
  }, [typed]);

  const keep = (): void => {
    const wanted = typed?.trim().replace(/\s+/g, " ") ?? "";
    if (!isGivenUp.current && wanted !== "" && wanted !== title) {
      doc.transact(() => aboutOf(doc).set("title", wanted), localAct);
    }
    setTyped(null);
  };

  return (
    <input
      ref={input}
      className="statement-title statement-title-input"
      aria-label="Title of the statement"
      title="Change the title"
      placeholder="Untitled statement"
      maxLength={longestTitle}
      spellCheck={false}
      value={typed ?? title}
      // Where the browser cannot size a field by its words.
      size={Math.max((typed ?? title).length, 12)}
      onFocus={() => setTyped(title)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Escape") isGivenUp.current = true;
        if (event.key === "Enter" || event.key === "Escape") input.current?.blur();
      }}
    />
  );
}
