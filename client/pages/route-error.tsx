/** Shown in place of a page that could not be opened: what happened and what to do. */
import type { ReactNode } from "react";
import { Link, useRouteError } from "react-router";
import { CommandRefused } from "../connection/command-refused.ts";
import { Button } from "../controls/button.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { PlainFrame } from "./plain-layout.tsx";

export function RouteError(): ReactNode {
  const error = useRouteError();
  const { title, message, retry } = wordsFor(error);
  return (
    <>
      <PageHeading title={title} />
      <p className="lead">{message}</p>
      <div className="form-buttons">
        {retry ? (
          <Button look="main" onClick={() => location.reload()}>
            Try again
          </Button>
        ) : null}
        <Link to="/">Go to your statements</Link>
      </div>
    </>
  );
}

/** The same where no layout stands around it. */
export function RouteErrorPage(): ReactNode {
  return (
    <PlainFrame>
      <RouteError />
    </PlainFrame>
  );
}

interface Words {
  readonly title: string;
  readonly message: string;
  /** Whether the same again may go better. */
  readonly retry: boolean;
}

function wordsFor(error: unknown): Words {
  if (!(error instanceof CommandRefused)) {
    return {
      title: "This page did not open",
      message:
        "It may be older than the server. Reload it. What you wrote is kept and is still there.",
      retry: true,
    };
  }
  const { code, message } = error;
  switch (code) {
    case "not-found":
      return { title: "Statement not found", message, retry: false };
    case "sign-in":
      return { title: "Sign in first", message, retry: false };
    case "link-used":
      return { title: "This link works no more", message, retry: false };
    case "offline":
      return { title: "You are not connected", message, retry: true };
    default:
      return { title: "This page did not open", message, retry: true };
  }
}
