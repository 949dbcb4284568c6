/** The text of a version, asked of the server once: it never changes. */
import { useEffect, useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import { askVersion, type VersionText } from "../connection/versions-api.ts";

export type Asked =
  | { readonly state: "asking" }
  | { readonly state: "there"; readonly text: VersionText }
  | { readonly state: "refused"; readonly problem: string };

const asking: Asked = { state: "asking" };

export function useVersionText(number: number): Asked & { readonly askAgain: () => void } {
  const { statementId } = useSession();
  const [asked, setAsked] = useState<Asked & { readonly number?: number }>(asking);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isOver = false;
    const keep = (answer: Asked): void => {
      if (!isOver) setAsked({ ...answer, number });
    };
    askVersion(statementId, number).then(
      (text) => keep({ state: "there", text }),
      (error: unknown) => keep({ state: "refused", problem: messageOf(error) }),
    );
    return () => {
      isOver = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked once more, it asks
  }, [statementId, number, times]);
  const askAgain = (): void => {
    setAsked(asking);
    setTimes(times + 1);
  };
  return { ...(asked.number === number ? asked : asking), askAgain };
}
