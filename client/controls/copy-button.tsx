/** Copies a text and says that it did; where the browser forbids it, says how to do it by hand. */
import { useState, type ReactNode } from "react";
import { announce } from "./announcer.tsx";
import { Button, type ButtonLook } from "./button.tsx";

interface CopyButtonProps {
  readonly text: string;
  readonly look?: ButtonLook;
  readonly children: ReactNode;
}

const words = {
  copied: "Copied",
  failed: "Select it and press Ctrl and C",
} as const;

export function CopyButton({ text, look = "second", children }: CopyButtonProps): ReactNode {
  const [outcome, setOutcome] = useState<keyof typeof words | null>(null);
  const copy = async (): Promise<void> => {
    const isCopied = await write(text);
    const result = isCopied ? "copied" : "failed";
    setOutcome(result);
    announce(words[result]);
  };
  return (
    <Button look={look} onClick={() => void copy()} onBlur={() => setOutcome(null)}>
      {outcome === null ? children : words[outcome]}
    </Button>
  );
}

async function write(text: string): Promise<boolean> {
  try {
    // Absent where the page was not served over https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
