/** Who last changed an item, and when, as the server knows it. */
import { useEffect, useState, type ReactNode } from "react";
import { z } from "zod";
import { messageOf } from "../../connection/command-refused.ts";
import { useSession } from "../../connection/hooks.ts";
import { request } from "../../connection/request.ts";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import type { ItemDialogProps } from "./dialog-props.ts";
import { useItemName } from "./use-item-name.ts";

const lastEdit = z.object({ name: z.string(), boroughName: z.string(), at: z.string() }).nullable();

export function LastEditDialog({ itemId, onClose }: ItemDialogProps): ReactNode {
  const { statementId } = useSession();
  const name = useItemName(itemId);
  const [words, setWords] = useState("Looking it up…");

  useEffect(() => {
    let isClosed = false;
    const say = (found: string): void => {
      if (!isClosed) setWords(found);
    };
    request(`/api/statements/${statementId}/items/${itemId}/last-edit`, { answer: lastEdit }).then(
      (edit) => say(edit ? wordsOf(edit) : "Nobody has changed it since it was brought in."),
      (error: unknown) => say(messageOf(error)),
    );
    return () => {
      isClosed = true;
    };
  }, [statementId, itemId]);

  return (
    <Dialog title={`Who last changed ${name}`} onClose={onClose}>
      <output>{words}</output>
      <div className="dialog-buttons">
        <Button look="main" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}

function wordsOf({ name, boroughName, at }: NonNullable<z.infer<typeof lastEdit>>): string {
  const when = new Date(at);
  const day = when.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const time = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${name}, ${boroughName}, on ${day} at ${time}.`;
}
