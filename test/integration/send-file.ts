/** Brings all of a CSV file in, as somebody does who takes everything that is proposed. */
import { bringAll } from "../exchange/an-import.ts";
import type { Caller } from "./a-server.ts";

export async function sendFile(
  caller: Caller,
  { statementId, file }: { readonly statementId: string; readonly file: string },
): Promise<void> {
  await bringAll((...asked) => caller.call(...asked), statementId, file);
}
