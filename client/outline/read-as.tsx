/**
 * Reading the statement as one borough's: the choice of whose, and a line above the text that says
 * what that leaves out and adds. Promises that the line is there for as long as anything is left out.
 */
import "./read-as.css";
import { useId, type ReactNode } from "react";
import { boroughName, boroughsIn } from "../connection/borough-names.ts";
import { useMay, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { possessive, readAsWords } from "./read-as-words.ts";
import type { ReadAs } from "../../shared/kept-read-as.ts";

interface ReadAsChoiceProps {
  /** Id of a borough, or null for the common text. */
  readonly readAs: string | null;
  readonly onChange: (boroughId: string | null) => void;
}

export function ReadAsChoice({ readAs, onChange }: ReadAsChoiceProps): ReactNode {
  const id = useId();
  const names = useRecord((record) => JSON.stringify(boroughsIn(record)));
  const boroughs = JSON.parse(names) as ReturnType<typeof boroughsIn>;
  return (
    <SelectField
      id={`${id}-read-as`}
      label="Read as"
      value={readAs ?? ""}
      options={[
        { value: "", label: "The common text" },
        ...boroughs.map((one) => ({ value: one.id, label: possessive(one.name) })),
      ]}
      onChange={(boroughId) => onChange(boroughId === "" ? null : boroughId)}
    />
  );
}

interface ReadAsLineProps {
  readonly readAs: ReadAs;
  readonly onLeave: () => void;
}

export function ReadAsLine({ readAs, onLeave }: ReadAsLineProps): ReactNode {
  const mayWrite = useMay("write");
  const name = useRecord((record) => boroughName(record, readAs.boroughId));
  return (
    <section className="read-as-line" aria-label="Read as">
      <output>
        <p>{readAsWords(name, readAs)}</p>
      </output>
      <p className="read-as-leave">
        {mayWrite && <span>Nothing can be changed while it is read like this. </span>}
        <Button look="plain" onClick={onLeave}>
          Show the common text
        </Button>
      </p>
    </section>
  );
}
