/** Of a version: who made it, when, and how much there is in it. */
import type { ReactNode } from "react";
import type { Version } from "../../shared/version.ts";
import { useRecord } from "../connection/hooks.ts";
import { whoWords } from "../words/who-words.ts";
import { WholeMoment } from "./done-by.tsx";

export function VersionLine({ version }: { readonly version: Version }): ReactNode {
  const { made, itemCount, why } = version;
  const who = useRecord((record) => whoWords(made, record));
  return (
    <p className="version-line">
      {why === "by-hand" ? `Made by ${who}` : "Kept by itself"} · <WholeMoment at={made.at} /> ·{" "}
      {itemCount === 1 ? "1 item" : `${itemCount} items`}
    </p>
  );
}
