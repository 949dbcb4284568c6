/**
 * Kept people: organisations, people, who is in which statement, links and sessions.
 * Promises that a link is used up by one caller only, and never holds a token, only its hash.
 * Who is in a statement is worked out from the record in the commit that appends it (`keepMembers`).
 */
import type { Role, Member } from "../../shared/access.ts";
import type { Borough } from "../../shared/boroughs.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
  /** May start statements: came by the start link. */
  readonly mayStart: boolean;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly mayStart: boolean;
  readonly at: string;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly at: string;
}

/** A link that lets people into a statement. */
export interface Invitation {
  readonly id: string;
  readonly statementId: string;
  readonly boroughId: string;
  readonly boroughName: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** Whom it is for, or "" when it is for anybody it reaches. */
  readonly name: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly withdrawnAt: string | null;
}

export interface NewInvitation {
  readonly id: string;
  readonly statementId: string;
  readonly tokenHash: string;
  readonly boroughId: string;
  readonly role: Role;
  readonly agrees: boolean;
  readonly name: string;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface NewSignInLink {
  readonly tokenHash: string;
  readonly personId: string;
  readonly madeBy: string;
  /** After this moment it no longer works. ISO 8601. */
  readonly until: string;
}

export interface PeopleStore {
  /** Organisations that are not London boroughs, by name. */
  otherBoroughs(): Promise<Borough[]>;
  /** Keeps a borough or organisation so that people can belong to it; one that is kept already stays as it is. */
  keepBorough(borough: Borough): Promise<void>;

  /** Keeps a start link unless there is one; the one that holds, or null once somebody used it. */
  startToken(fresh: string): Promise<string | null>;
  /** Makes the first person and uses the start link up, both or neither. */
  startWith(token: string, person: NewPerson): Promise<boolean>;

  addPerson(person: NewPerson): Promise<void>;
  person(id: string): Promise<Person | null>;

  addSession(session: NewSession): Promise<void>;
  /** Whose session it is and when it was last used. */
  session(tokenHash: string): Promise<{ personId: string; usedAt: string } | null>;
  touchSession(tokenHash: string, at: string): Promise<void>;
  endSession(tokenHash: string): Promise<void>;

  addSignInLink(link: NewSignInLink): Promise<void>;
  /** Uses the link up: the person it signs in, or null when it does not work any more. */
  useSignInLink(tokenHash: string, at: string): Promise<string | null>;

  addStatement(statement: { id: string; madeBy: string; at: string }): Promise<void>;
  /** The statements a person is in, newest first. */
  statementsOf(personId: string): Promise<{ id: string; role: Role }[]>;
  member(statementId: string, personId: string): Promise<Member | null>;
  members(statementId: string): Promise<Member[]>;

  addInvitation(invitation: NewInvitation): Promise<void>;
  invitation(tokenHash: string): Promise<Invitation | null>;
  /** Oldest first. */
  invitations(statementId: string): Promise<Invitation[]>;
  /** @returns false when the statement has no such invitation that still works */
  withdrawInvitation(statementId: string, id: string, at: string): Promise<boolean>;
}
