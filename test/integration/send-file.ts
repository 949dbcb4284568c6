/** Sends a file to be brought in, as a browser does. */
import type { Answer, AServer, Caller } from "./a-server.ts";

interface Sent {
  readonly statementId: string;
  readonly file: string | Uint8Array<ArrayBuffer>;
  readonly apply: boolean;
}

export async function sendFile(
  server: AServer,
  caller: Caller,
  { statementId, file, apply }: Sent,
): Promise<Answer> {
  const form = new FormData();
  form.set("file", new Blob([file], { type: "text/csv" }), "ours.csv");
  const path = `/api/statements/${statementId}/import?apply=${apply}`;
  const response = await fetch(server.url + path, {
    method: "POST",
    headers: { cookie: caller.cookie ?? "" },
    body: form,
  });
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    headers: response.headers,
    body: await response.json(),
  };
}
