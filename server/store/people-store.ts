/**
 * The people part of the store: organisations, people, sessions, links, and who is in which statement.
 * Promises that a link that works once is used up by one caller only. It holds hashes of tokens, never
 * tokens, but for the start link, which guards nothing: a server has one only while nobody is there.
 */
import type { Member, Role } from "../../shared/access.ts";
import type { Borough } from "../../shared/boroughs.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly at: string;
}

export interface NewInvitation {
  readonly id: string;
  readonly statementId: string;
  readonly tokenHash: string;
  readonly boroughId: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** Whom it is for, or null when it is for anybody it reaches. */
  readonly name: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** A link that lets people into a statement. */
export interface Invitation extends Omit<NewInvitation, "tokenHash"> {
  readonly boroughName: string;
  readonly withdrawnAt: string | null;
}

export interface StatementOfPerson {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  /** Items that are not removed. */
  readonly items: number;
  readonly lastChanged: string;
  /** Names of the boroughs that take part, sorted. */
  readonly boroughs: readonly string[];
}

export interface PeopleStore {
  /** By name, those of one name in order of id. */
  boroughs(): Promise<Borough[]>;
  /** Keeps an organisation so that people can belong to it; one that is kept already stays as it is. */
  keepBorough(borough: Borough): Promise<void>;

  /** Keeps `fresh` as the start link unless there is one. @returns the one that holds, null once used */
  startToken(fresh: string): Promise<string | null>;
  /** Adds the first person and uses the start link up, both or neither. @returns whether it did */
  useStartToken(token: string, person: NewPerson): Promise<boolean>;
  /** Whether the person used the start link or leads a statement. */
  mayStart(personId: string): Promise<boolean>;

  /** One that is there already stays as it is. */
  addPerson(person: NewPerson): Promise<void>;
  person(id: string): Promise<Person | null>;

  /**
   * Keeps a session; one that is kept already stays as it is.
   * @param until ISO 8601: the session ends then
   */
  addSession(tokenHash: string, personId: string, at: string, until: string): Promise<void>;
  session(tokenHash: string): Promise<{ personId: string; until: string } | null>;
  /** Those of these sessions that have not ended. */
  sessionsThatHold(tokenHashes: readonly string[], at: string): Promise<string[]>;
  /** Of two who prolong it at once the later time counts. */
  prolongSession(tokenHash: string, until: string): Promise<void>;
  endSession(tokenHash: string): Promise<void>;

  /**
   * Keeps a link; one that is kept already stays as it is.
   * @param until ISO 8601: the link works before then, once
   */
  addSignInLink(tokenHash: string, personId: string, at: string, until: string): Promise<void>;
  /**
   * Uses the link up and keeps the session, both or neither.
   * @param session its token's hash, and when it ends
   * @returns whom it signs in, null when the link does not work any more
   */
  useSignInLink(
    tokenHash: string,
    at: string,
    session: { readonly tokenHash: string; readonly until: string },
  ): Promise<string | null>;

  /** One that is there already stays as it is. */
  addStatement(id: string, madeBy: string, at: string): Promise<void>;
  /** The statements a person is in, the one that changed last first. */
  statementsOf(personId: string): Promise<StatementOfPerson[]>;
  member(statementId: string, personId: string): Promise<Member | null>;

  /** One that is there already stays as it is. */
  addInvitation(invitation: NewInvitation): Promise<void>;
  invitation(tokenHash: string): Promise<Invitation | null>;
  /** Those that were not withdrawn, oldest first. */
  invitations(statementId: string): Promise<Invitation[]>;
  /** @returns false when the statement has no such invitation, or it was withdrawn before */
  withdrawInvitation(statementId: string, id: string, at: string): Promise<boolean>;
}
