/** A strip across the page that says something about the whole of it. */
import type { ReactNode } from "react";
import "./notice.css";

interface NoticeProps {
  /** `quiet`: good to know. `warn`: look out. `danger`: something stopped. `done`: it worked. */
  readonly look: "quiet" | "warn" | "danger" | "done";
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

export function Notice({ look, children, action }: NoticeProps): ReactNode {
  return (
    <div className={`notice notice-${look}`} role={look === "danger" ? "alert" : "status"}>
      <div className="notice-words">{children}</div>
      {action ? <div className="notice-action">{action}</div> : null}
    </div>
  );
}
