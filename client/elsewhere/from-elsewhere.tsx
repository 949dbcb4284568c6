/** Beside importing a file: the way to what is in another statement here. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { bringInAddress } from "../connection/item-address.ts";
import { useSession } from "../connection/hooks.ts";

export function FromElsewhere(): ReactNode {
  const { statementId } = useSession();
  return (
    <p>
      Is it in another statement here?{" "}
      <Link to={bringInAddress(statementId, null)}>Bring it in from there</Link>, and it keeps where
      it came from.
    </p>
  );
}
