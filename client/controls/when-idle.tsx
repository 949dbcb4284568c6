/** What can wait until the page has had a moment: what is there to be read and written in comes first. */
import { startTransition, useEffect, useState, type ReactNode } from "react";
import { onIdle } from "./on-idle.ts";

/** A page that is never idle gets it all the same. */
const longestWaitMs = 1_000;

interface WhenIdleProps {
  readonly children: ReactNode;
  /** Shown until then. */
  readonly meanwhile?: ReactNode;
}

export function WhenIdle({ children, meanwhile = null }: WhenIdleProps): ReactNode {
  const [isTime, setTime] = useState(false);
  useEffect(() => onIdle(() => startTransition(() => setTime(true)), longestWaitMs), []);
  return isTime ? children : meanwhile;
}
