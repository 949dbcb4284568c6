/** A person's initials on their borough's colour. Always beside their name, or with it as its name. */
import type { ReactNode } from "react";
import "./avatar.css";

interface AvatarProps {
  readonly initials: string;
  readonly colour: string;
}

export function Avatar({ initials, colour }: AvatarProps): ReactNode {
  return (
    <span className="avatar" style={{ background: colour }} aria-hidden="true">
      {initials}
    </span>
  );
}
