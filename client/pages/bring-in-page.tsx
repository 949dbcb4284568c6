/** Brings needs and requirements of other statements in. */
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { ItemElsewhere } from "../connection/elsewhere-api.ts";
import { useMay, useSession, useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { makeItems } from "../editor/acts/make-items.ts";
import { takeOut } from "../editor/acts/remove-items.ts";
import { BringIn } from "../elsewhere/bring-in.tsx";
import "./wide-page.css";

export function BringInPage(): ReactNode {
  const session = useSession();
  const title = useTitle();
  const mayWrite = useMay("write");
  const [address] = useSearchParams();
  const make = (items: readonly ItemElsewhere[], after: string | null): string[] =>
    makeItems(session, after, items, takenBack);
  return (
    <div className="wide-page">
      <div className="wide-page-head">
        <PageHeading title="Bring in from other statements" of={title} />
        <p className="lead">
          Find needs and requirements in the other statements you can read. Each keeps where it came
          from. Comments and what boroughs agreed stay there.
        </p>
      </div>
      {mayWrite ? (
        <BringIn
          below={address.get("below")}
          make={make}
          takeBack={(ids) => takeOut(session, ids, takenBack)}
        />
      ) : (
        <p>
          Leads and editors can bring items in. Ask one of them to do it, or to change your role.
        </p>
      )}
    </div>
  );
}

/** Why such an item is not taken forward once it is undone. */
const takenBack = "brought in from another statement and taken back";
