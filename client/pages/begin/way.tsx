/** One way to begin: the button covers the whole of it. */
import type { ReactNode } from "react";

interface WayProps {
  readonly title: string;
  readonly words: string;
  readonly onChoose: () => void;
}

export function Way({ title, words, onChoose }: WayProps): ReactNode {
  return (
    <li className="way">
      <button type="button" className="way-title" onClick={onChoose}>
        {title}
      </button>
      <p>{words}</p>
    </li>
  );
}
