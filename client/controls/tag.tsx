/** A word or two that say what state something is in. */
import type { ReactNode } from "react";
import "./tag.css";

interface TagProps {
  readonly look?: "good" | "part" | "warn" | "bad" | "quiet";
  readonly children: ReactNode;
}

export function Tag({ look = "quiet", children }: TagProps): ReactNode {
  return <span className={`tag tag-${look}`}>{children}</span>;
}
