/** One's statements, and the ways to begin one. */
import type { ReactNode } from "react";
import { Link, useLoaderData, useRevalidator } from "react-router";
import { roleWords } from "../../shared/access.ts";
import {
  askWhoIsHere,
  signOut,
  type SignedInPerson,
  type WhoIsHere,
} from "../connection/sign-in-api.ts";
import { listStatements, type ListedStatement } from "../connection/statements-api.ts";
import { Button } from "../controls/button.tsx";
import { inWords } from "../controls/in-words.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { BeginStatement } from "./begin-statement.tsx";
import "./home-page.css";

interface Home extends WhoIsHere {
  readonly statements: readonly ListedStatement[];
}

export async function loadHome(): Promise<Home> {
  const who = await askWhoIsHere();
  return { ...who, statements: who.person ? await listStatements() : [] };
}

export function HomePage(): ReactNode {
  const { person, mayStart, statements } = useLoaderData<Home>();
  if (person === null) return <SignedOut />;
  if (statements.length === 0) {
    return (
      <>
        <PageHeading title={`Welcome, ${person.name}`} />
        <p className="lead">
          {mayStart
            ? "Choose how to begin. You can invite people from other boroughs at any time."
            : "You are in no statement now. Open an invitation link to join one."}
        </p>
        {mayStart ? (
          <section>
            <h2 className="only-read-out">Begin a statement</h2>
            <BeginStatement statements={statements} />
          </section>
        ) : null}
        <SignedIn person={person} />
      </>
    );
  }
  return (
    <>
      <PageHeading title="Your statements" />
      <ul className="statement-list">
        {statements.map((statement) => (
          <li key={statement.id}>
            <StatementLine statement={statement} />
          </li>
        ))}
      </ul>
      {mayStart ? (
        <section className="begin-another">
          <h2>Begin another</h2>
          <BeginStatement statements={statements} />
        </section>
      ) : null}
      <SignedIn person={person} />
    </>
  );
}

function StatementLine({ statement }: { readonly statement: ListedStatement }): ReactNode {
  const { id, title, role, boroughs, items, lastChanged } = statement;
  return (
    <>
      <Link className="statement-link" to={`/statements/${id}`}>
        {title || "Untitled statement"}
      </Link>
      <p className="statement-facts">
        {inWords(boroughs)} · {items === 1 ? "1 item" : `${items} items`} · changed{" "}
        <time dateTime={lastChanged}>{dayOf(lastChanged)}</time> ·{" "}
        {roleWords[role].label.toLowerCase()}
      </p>
    </>
  );
}

function SignedIn({ person }: { readonly person: SignedInPerson }): ReactNode {
  const { revalidate } = useRevalidator();
  return (
    <p className="signed-in">
      Signed in as {person.name}, {person.boroughName}.
      <Button look="plain" onClick={() => void signOut().then(revalidate)}>
        Sign out
      </Button>
    </p>
  );
}

function SignedOut(): ReactNode {
  return (
    <>
      <PageHeading title="You are not signed in" />
      <p className="lead">Needline has no passwords. People come in by a link.</p>
      <ul className="plain-list">
        <li>If you were invited, open the link that you were sent.</li>
        <li>
          If you use a new browser or device, ask a lead of your statement for a sign-in link.
        </li>
        <li>If you have just set Needline up, open the start link that it printed.</li>
      </ul>
    </>
  );
}

function dayOf(at: string): string {
  return new Date(at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
