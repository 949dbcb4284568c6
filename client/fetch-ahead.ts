/**
 * Fetches what the address asks for while the frame is drawn, all at once: the editor comes beside the
 * statement's words and not after them. What does not come is asked for again by whoever needs it.
 */
export function fetchAhead(path: string): void {
  const [, where, , page = ""] = path.split("/");
  if (where !== "statements") return;
  const parts: Promise<unknown>[] = [
    import("./pages/statement/statement-layout.tsx"),
    import("./connection/open-session.ts"),
  ];
  if (page === "") parts.push(import("./pages/write-page.tsx"));
  void Promise.allSettled(parts);
}
