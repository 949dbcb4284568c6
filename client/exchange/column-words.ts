/** What columns may say, in words for whoever chooses. */
import type { ColumnUse } from "../../shared/table-mapping.ts";

export const columnWords: Readonly<Record<ColumnUse, string>> = {
  text: "The words of the item",
  reference: "Its reference",
  kind: "Its kind: need, requirement…",
  section: "Its section",
  priority: "Its priority",
  asA: "Need: as a…",
  iNeed: "Need: I need to…",
  soThat: "Need: so that…",
  metWhen: "Need: met when",
  evidence: "Need: evidence",
  measure: "Requirement or outcome: measure",
  rationale: "Requirement: why",
  meets: "Which needs it meets",
  raisedBy: "Which borough raised it",
  notes: "Working notes",
  alias: "Another reference it had",
  removed: "Why it is not taken forward",
  extra: "Keep it, and export it again",
};
