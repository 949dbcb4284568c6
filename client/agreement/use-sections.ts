/** The sections in which rows of the board stand, to choose from: by title, deeper ones set in. */
import { useMemo } from "react";
import type { AgreementRow } from "../../shared/agreement-row.ts";
import { plainText } from "../../shared/plain-text.ts";
import { useSession } from "../connection/hooks.ts";

interface Section {
  readonly id: string;
  readonly label: string;
}

export function useSections(rows: readonly AgreementRow[]): readonly Section[] {
  const { items } = useSession();
  return useMemo(() => {
    const depths = new Map(
      rows.flatMap(({ sectionIds }) => sectionIds.map((id, depth) => [id, depth] as const)),
    );
    return [...depths].map(([id, depth]) => {
      const title = items.item(id)?.fields["title"];
      const words = title ? plainText(title).trim() : "";
      return {
        id,
        label: `${"– ".repeat(depth)}${words === "" ? "Section without a title" : words}`,
      };
    });
  }, [rows, items]);
}
