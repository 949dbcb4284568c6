/** An empty statement: what goes here, and the first step. */
import type { ReactNode } from "react";
import { AddMore } from "./add-item.tsx";
import { useEditor } from "./rows/editor-context.tsx";

export function FirstStep(): ReactNode {
  const { mayWrite } = useEditor();
  if (!mayWrite) return <p className="first-step">Nothing is written here yet.</p>;
  return (
    <div className="first-step">
      <h2>Write the first thing</h2>
      <p>
        Begin with what people need: “As a tenant, I need to report a repair by phone…”. Then write
        what the supplier must do, and say which need it meets.
      </p>
      <AddMore after={null} end="statement" />
    </div>
  );
}
