/**
 * The example that a new person can open: a housing repairs statement of three boroughs, half-way through,
 * with comments, links and gaps. Our own writing; it claims nothing about how a real borough works.
 */
import { background, outcomes } from "./background.ts";
import { contracting } from "./contracting.ts";
import { contracts } from "./contracts.ts";
import { threads } from "./conversations.ts";
import { differs } from "./differs.ts";
import type { ExampleStatement } from "./example-types.ts";
import { laterEdits, leftOut, links, needsNone } from "./links.ts";
import { needs } from "./needs.ts";
import { people } from "./people.ts";
import { positions, proposals } from "./positions.ts";
import { appointments, reporting } from "./requirements-for-residents.ts";
import { suggestions } from "./suggestions.ts";
import { dataAndIntegration, doingTheWork } from "./requirements-for-staff.ts";

export const housingRepairs: ExampleStatement = {
  title: "Housing repairs service",
  people,
  items: [
    ...background,
    ...outcomes,
    ...needs,
    ...reporting,
    ...appointments,
    ...doingTheWork,
    ...dataAndIntegration,
    ...contracting,
  ],
  differs,
  links,
  threads,
  leftOut,
  needsNone,
  positions,
  proposals,
  contracts,
  laterEdits,
  suggestions,
};
