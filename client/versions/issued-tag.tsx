/** That a version is issued, and which issue it is. */
import type { ReactNode } from "react";
import type { Version } from "../../shared/version.ts";
import { Tag } from "../controls/tag.tsx";

export function IssuedTag({ version: { issued } }: { readonly version: Version }): ReactNode {
  return issued && <Tag look="good">Issued version {issued.issue}</Tag>;
}
