/** Which kinds of notices a person wants: in the list, in the count and read out. */
import { useId, type ReactNode } from "react";
import { allNoticeKinds, noticeKindWords, type NoticeKind } from "../../shared/notices.ts";
import { Checkbox } from "../controls/checkbox.tsx";

interface NoticeKindsProps {
  readonly off: readonly NoticeKind[];
  readonly onChange: (off: readonly NoticeKind[]) => void;
}

export function NoticeKinds({ off, onChange }: NoticeKindsProps): ReactNode {
  const id = useId();
  return (
    <details className="notice-kinds">
      <summary>Choose what you are told</summary>
      <fieldset>
        <legend>Tell me when</legend>
        {allNoticeKinds.map((kind) => (
          <Checkbox
            key={kind}
            id={`${id}-${kind}`}
            label={noticeKindWords[kind]}
            checked={!off.includes(kind)}
            onChange={(isOn) => onChange(isOn ? off.filter((one) => one !== kind) : [...off, kind])}
          />
        ))}
      </fieldset>
    </details>
  );
}
