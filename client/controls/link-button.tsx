/** A link that looks like a button: it goes somewhere. */
import type { ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import type { ButtonLook } from "./button.tsx";
import "./button.css";

interface LinkButtonProps extends LinkProps {
  readonly look?: ButtonLook;
}

export function LinkButton({ look = "second", ...rest }: LinkButtonProps): ReactNode {
  return <Link className={`button button-${look}`} {...rest} />;
}
