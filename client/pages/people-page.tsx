/** Who takes part in the statement, and inviting more. */
import { useState, type ReactNode } from "react";
import type { RecordState } from "../../shared/record-state.ts";
import { useMay, useRecord, useTitle } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { Invitations } from "../people/invitations.tsx";
import { PeopleByBorough } from "../people/people-by-borough.tsx";
import { ShareDialog } from "../people/share-dialog.tsx";

export function PeoplePage(): ReactNode {
  const title = useTitle();
  const counts = useRecord(countsIn);
  const mayInvite = useMay("invite");
  const [isInviting, setInviting] = useState(false);
  return (
    <div className="column">
      <div className="column-head">
        <div>
          <PageHeading title="People" of={title} />
          <p className="lead">{counts}</p>
        </div>
        {mayInvite ? <Button onClick={() => setInviting(true)}>Invite somebody</Button> : null}
      </div>
      <PeopleByBorough />
      {mayInvite ? <Invitations /> : null}
      {isInviting ? <ShareDialog onClose={() => setInviting(false)} /> : null}
    </div>
  );
}

function countsIn(record: RecordState): string {
  const people = [...record.people.values()].filter((person) => person.removed === null);
  const boroughs = new Set(people.map((person) => person.boroughId)).size;
  const who = people.length === 1 ? "1 person" : `${people.length} people`;
  return `${who} from ${boroughs === 1 ? "1 borough" : `${boroughs} boroughs`}`;
}
