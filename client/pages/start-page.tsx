/** The first person on a new server: a name and a borough are all it asks. */
import { useState, type ReactNode } from "react";
import { useNavigate, useParams, type LoaderFunctionArgs } from "react-router";
import { checkStartLink, startHere } from "../connection/sign-in-api.ts";
import { Button } from "../controls/button.tsx";
import { errorOf, ErrorSummary, type FormError } from "../controls/error-summary.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useSubmit } from "../people/use-submit.ts";
import { BoroughField } from "../people/borough-field.tsx";

/** A used link is an error page, not a form that fails. */
export async function loadStart({ params }: LoaderFunctionArgs): Promise<null> {
  await checkStartLink(params["token"] ?? "");
  return null;
}

export function StartPage(): ReactNode {
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [borough, setBorough] = useState("");
  const { errors, isBusy, submit } = useSubmit();

  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeading title="Start using Needline" />
      <p className="lead">
        Write one requirements statement together with other boroughs, and see at any moment which
        user needs it covers.
      </p>
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(problemsIn(name, borough), async () => {
            await startHere({ token, name: name.trim(), borough: borough.trim() });
            await navigate("/", { replace: true });
          });
        }}
      >
        <TextField
          id="name"
          label="Your name"
          hint="Everybody you work with sees it beside what you write."
          autoComplete="name"
          error={errorOf(errors, "name")}
          value={name}
          onChange={setName}
        />
        <BoroughField
          id="borough"
          error={errorOf(errors, "borough")}
          value={borough}
          onChange={setBorough}
        />
        <div>
          <Button type="submit" look="main" busy={isBusy}>
            Continue
          </Button>
        </div>
      </form>
    </>
  );
}

function problemsIn(name: string, borough: string): FormError[] {
  const problems: FormError[] = [];
  if (name.trim() === "") problems.push({ fieldId: "name", message: "Enter your name" });
  if (borough.trim() === "") {
    problems.push({
      fieldId: "borough",
      message: "Choose your borough or enter your organisation",
    });
  }
  return problems;
}
