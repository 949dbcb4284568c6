/** Joining a statement by an invitation: what it is, what one may do, and a name. */
import { useState, type ReactNode } from "react";
import { useLoaderData, useNavigate, useSearchParams, type LoaderFunctionArgs } from "react-router";
import { roleWords } from "../../shared/access.ts";
import {
  askWhoIsHere,
  joinStatement,
  readInvitation,
  type Offer,
  type SignedInPerson,
} from "../connection/sign-in-api.ts";
import { Button } from "../controls/button.tsx";
import { errorOf, ErrorSummary } from "../controls/error-summary.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { TextField } from "../controls/text-field.tsx";
import { pageToJoinAt } from "../people/join-address.ts";
import { useSubmit } from "../people/use-submit.ts";

interface Invited {
  readonly token: string;
  readonly offer: Offer;
  readonly person: SignedInPerson | null;
}

export async function loadInvitation({ params }: LoaderFunctionArgs): Promise<Invited> {
  const token = params["token"] ?? "";
  const [offer, { person }] = await Promise.all([readInvitation(token), askWhoIsHere()]);
  return { token, offer, person };
}

export function JoinPage(): ReactNode {
  const { token, offer, person } = useLoaderData<Invited>();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [name, setName] = useState(offer.name ?? "");
  const { errors, isBusy, submit } = useSubmit();
  const title = offer.statementTitle || "a new statement";

  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeading title={`Join “${title}”`} />
      <p className="lead">
        You are invited for <b>{offer.boroughName}</b> as{" "}
        <b>{roleWords[offer.role].label.toLowerCase()}</b>, who {roleWords[offer.role].may}
        {offer.agrees ? ", and agrees for the borough" : ""}.
      </p>
      {(offer.agrees || offer.role === "reviewer") && offer.role !== "reader" && (
        <p>
          Several boroughs write down together what they need before they buy it. You will be shown
          one need or requirement after the other and asked whether it is the same for{" "}
          {offer.boroughName}. Stop whenever you like: what you said is kept.
        </p>
      )}
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const known = person?.name ?? name.trim();
          const problems = known === "" ? [{ fieldId: "name", message: "Enter your name" }] : [];
          void submit(problems, async () => {
            const statementId = await joinStatement(token, known);
            // Who answers for a borough is asked first; who writes or reads begins at the text.
            const answers = offer.agrees || offer.role === "reviewer";
            const usual = answers && offer.role !== "reader" ? "/to-look-at" : "";
            const named = pageToJoinAt(address);
            const first = named === null ? usual : `/${named}`;
            await navigate(`/statements/${statementId}${first}`, { replace: true });
          });
        }}
      >
        {person === null ? (
          <TextField
            id="name"
            label="Your name"
            hint="There is no password. This browser stays signed in."
            autoComplete="name"
            error={errorOf(errors, "name")}
            value={name}
            onChange={setName}
          />
        ) : (
          <p>
            You join as {person.name}, {person.boroughName}.
          </p>
        )}
        <div>
          <Button type="submit" look="main" busy={isBusy}>
            Join
          </Button>
        </div>
      </form>
    </>
  );
}
