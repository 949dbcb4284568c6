/** Sends a form once: busy while it is under way, and the problems that came back. */
import { useState } from "react";
import { messageOf } from "../connection/command-refused.ts";
import type { FormError } from "../controls/error-summary.tsx";

interface Submit {
  readonly errors: readonly FormError[];
  readonly isBusy: boolean;
  /** Shows `problems` if there are any, or else does the work and shows what it throws. */
  readonly submit: (problems: readonly FormError[], work: () => Promise<void>) => Promise<void>;
}

export function useSubmit(): Submit {
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isBusy, setBusy] = useState(false);
  const submit: Submit["submit"] = async (problems, work) => {
    setErrors(problems);
    if (problems.length > 0) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setErrors([{ fieldId: null, message: messageOf(error) }]);
    } finally {
      setBusy(false);
    }
  };
  return { errors, isBusy, submit };
}
