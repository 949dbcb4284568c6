/** Says so when more is a must than suppliers can meet. Nothing while it is not. */
import type { ReactNode } from "react";
import { mustsAreMany } from "../../shared/wording-checks.ts";
import { useStatementHints } from "../connection/hint-store.ts";
import "./hints.css";

export function ManyMusts(): ReactNode {
  const { musts } = useStatementHints();
  if (!mustsAreMany(musts)) return null;
  return (
    <p className="many-musts">
      <b>
        {musts.musts} of {musts.of} requirements are musts.
      </b>{" "}
      A supplier who cannot meet one of them is out, however good the rest is. Ask of each: would we
      really buy nothing without it?
    </p>
  );
}
