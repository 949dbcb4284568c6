/** Who takes part, by borough in the order they came; a lead changes roles and removes people here. */
import { useState, type ReactNode } from "react";
import { roleWords } from "../../shared/access.ts";
import type { RecordedPerson, RecordState } from "../../shared/record-state.ts";
import { boroughColour } from "../connection/borough-colour.ts";
import { useMay, useMe, usePresence, useRecord } from "../connection/hooks.ts";
import { initialsOf } from "../connection/initials.ts";
import { MenuButton } from "../controls/menu-button.tsx";
import { Tag } from "../controls/tag.tsx";
import { Avatar } from "./avatar.tsx";
import { ChangeRoleDialog } from "./change-role-dialog.tsx";
import { RemovePersonDialog } from "./remove-person-dialog.tsx";
import { SignInLinkDialog } from "./sign-in-link-dialog.tsx";
import "./people-by-borough.css";

type Doing = "role" | "remove" | "sign-in";

export function PeopleByBorough(): ReactNode {
  const people = useRecord(peopleIn);
  const [doing, setDoing] = useState<{ what: Doing; person: RecordedPerson } | null>(null);
  const close = (): void => setDoing(null);
  const boroughs = Map.groupBy(people, (person) => person.boroughId);
  const boroughIds = [...boroughs.keys()];
  return (
    <>
      {[...boroughs].map(([boroughId, members]) => (
        <section key={boroughId} className="borough">
          <h2>{members[0]?.boroughName}</h2>
          <ul className="people">
            {members.map((person) => (
              <PersonLine
                key={person.id}
                person={person}
                colour={boroughColour(boroughId, boroughIds)}
                onDo={(what) => setDoing({ what, person })}
              />
            ))}
          </ul>
        </section>
      ))}
      {doing?.what === "role" ? <ChangeRoleDialog person={doing.person} onClose={close} /> : null}
      {doing?.what === "remove" ? (
        <RemovePersonDialog person={doing.person} onClose={close} />
      ) : null}
      {doing?.what === "sign-in" ? (
        <SignInLinkDialog person={doing.person} onClose={close} />
      ) : null}
    </>
  );
}

interface PersonLineProps {
  readonly person: RecordedPerson;
  readonly colour: string;
  readonly onDo: (what: Doing) => void;
}

function PersonLine({ person, colour, onDo }: PersonLineProps): ReactNode {
  const me = useMe();
  const mayManage = useMay("manage-people");
  const isMe = person.id === me.personId;
  const isHere = usePresence().some((other) => other.personId === person.id);
  const { label, may } = roleWords[person.role];
  return (
    <li className="person">
      <Avatar initials={initialsOf(person.name)} colour={colour} />
      <div className="person-words">
        <p className="person-name">
          {person.name}
          {isMe ? <span className="person-you"> (you)</span> : null}
          {isHere ? <Tag look="good">Here now</Tag> : null}
          {person.agrees ? <Tag>Agrees for {person.boroughName}</Tag> : null}
        </p>
        <p className="person-role">
          {label}: {may}
        </p>
      </div>
      {mayManage ? (
        <MenuButton
          name={`Change ${person.name}`}
          align="right"
          items={[
            {
              id: "role",
              label: "Change role",
              hint: `And whether they agree for ${person.boroughName}`,
              onChoose: () => onDo("role"),
            },
            {
              id: "sign-in",
              label: "Make a sign-in link",
              hint: "For another device of theirs",
              onChoose: () => onDo("sign-in"),
            },
            {
              id: "remove",
              label: isMe ? "Leave this statement" : "Remove",
              look: "danger",
              onChoose: () => onDo("remove"),
            },
          ]}
        >
          Change
        </MenuButton>
      ) : null}
    </li>
  );
}

function peopleIn(record: RecordState): readonly RecordedPerson[] {
  return [...record.people.values()].filter((person) => person.removed === null);
}
