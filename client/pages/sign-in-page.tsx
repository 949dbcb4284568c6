/** Signing in on another device with a link that a lead made. The press of a button uses it up, not a preview. */
import type { ReactNode } from "react";
import { useNavigate, useParams } from "react-router";
import { signInByLink } from "../connection/sign-in-api.ts";
import { Button } from "../controls/button.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { useSubmit } from "../people/use-submit.ts";

export function SignInPage(): ReactNode {
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const { errors, isBusy, submit } = useSubmit();
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeading title="Sign in" />
      <p className="lead">This link signs you in on this browser. It works once.</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit([], async () => {
            await signInByLink(token);
            await navigate("/", { replace: true });
          });
        }}
      >
        <div>
          <Button type="submit" look="main" busy={isBusy}>
            Sign in
          </Button>
        </div>
      </form>
    </>
  );
}
