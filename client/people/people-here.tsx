/** Who else has the statement open: names in the header, and a list that goes to where each of them works. */
import { equalityDeep } from "lib0/function";
import { useId, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { Link } from "react-router";
import { itemKinds } from "../../shared/item-kinds.ts";
import { useMe, usePresence, useRecord, useSaved, useSession } from "../connection/hooks.ts";
import { itemAddress } from "../connection/item-address.ts";
import type { PersonHere } from "../connection/presence-store.ts";
import { useOutsidePress } from "../controls/use-outside-press.ts";
import { Avatar } from "./avatar.tsx";
import "./people-here.css";

/** As many as fit beside a title; the list has all. */
const namedAtMost = 3;

export function PeopleHere(): ReactNode {
  const connected = useSaved((saved) => saved.connected);
  const people = useFaces();
  const [isOpen, setOpen] = useState(false);
  const wrapper = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useOutsidePress(wrapper, isOpen, () => setOpen(false));

  if (people.length === 0 && !connected) return null;
  if (people.length === 0) return <span className="only-you">Only you are here</span>;
  const more = people.length - namedAtMost;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape is heard from anywhere inside
    <div
      ref={wrapper}
      className="header-people"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="header-people-button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="only-read-out">Here now: </span>
        {people.slice(0, namedAtMost).map((person) => (
          <span key={person.clientId} className="header-person">
            <Avatar initials={person.initials} colour={person.colour} />
            <span className="header-person-name">
              {person.name.split(" ")[0]}, {person.boroughName}
            </span>
          </span>
        ))}
        {more > 0 ? <span>+ {more}</span> : null}
      </button>
      <ul id={listId} className="header-people-list" hidden={!isOpen}>
        {isOpen && <Everybody onGo={() => setOpen(false)} />}
      </ul>
    </div>
  );
}

interface EverybodyProps {
  readonly onGo: () => void;
}

/** Rendered with every caret that moves, so only while it is looked at. */
function Everybody({ onGo }: EverybodyProps): ReactNode {
  const me = useMe();
  return oncePerPerson(usePresence(), me.personId).map((person) => (
    <li key={person.clientId}>
      <Avatar initials={person.initials} colour={person.colour} />
      <span className="header-people-who">
        {person.name}
        <span className="header-people-borough">{person.boroughName}</span>
      </span>
      <GoTo person={person} onGo={onGo} />
    </li>
  ));
}

interface GoToProps {
  readonly person: PersonHere;
  readonly onGo: () => void;
}

function GoTo({ person, onGo }: GoToProps): ReactNode {
  const { statementId, items } = useSession();
  const references = useRecord((record) => record.references);
  const item = person.place ? items.item(person.place.itemId) : undefined;
  if (!item) return null;
  const where = references.get(item.id) ?? `a ${itemKinds[item.kind].label.toLowerCase()}`;
  return (
    <Link to={itemAddress(statementId, item.id)} onClick={onGo}>
      Go to {where}
    </Link>
  );
}

/** Somebody, wherever they work. */
type Face = Pick<PersonHere, "clientId" | "name" | "boroughName" | "colour" | "initials">;

/** Everybody else, by name: the same list until somebody comes or goes. */
function useFaces(): readonly Face[] {
  const { personId } = useMe();
  const { presence } = useSession();
  const last = useRef<{ others: readonly PersonHere[]; faces: readonly Face[] } | null>(null);
  return useSyncExternalStore(
    (listener) => presence.subscribe(listener),
    () => {
      const others = presence.others();
      if (last.current?.others !== others) {
        const before = last.current?.faces;
        const faces = oncePerPerson(others, personId).map(faceOf);
        last.current = { others, faces: before && equalityDeep(before, faces) ? before : faces };
      }
      return last.current.faces;
    },
  );
}

function faceOf({ clientId, name, boroughName, colour, initials }: PersonHere): Face {
  return { clientId, name, boroughName, colour, initials };
}

/** Somebody with two tabs is one person; one's own other tabs are nobody. */
function oncePerPerson(others: readonly PersonHere[], me: string): PersonHere[] {
  const byPerson = new Map<string, PersonHere>();
  for (const other of others) {
    const known = byPerson.get(other.personId);
    if (other.personId !== me && (!known || !known.place)) byPerson.set(other.personId, other);
  }
  return [...byPerson.values()];
}
