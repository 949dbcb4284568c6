/** The five made-up people who wrote the example. Nobody signs in as one of them. */
import type { ExamplePerson } from "./example-types.ts";

export const people: readonly ExamplePerson[] = [
  // Procurement, lead borough.
  { key: "priya", name: "Priya Anand", borough: "camden", role: "lead", agrees: true },
  // Repairs service.
  { key: "helen", name: "Helen Doyle", borough: "camden", role: "editor" },
  // Repairs service.
  { key: "tom", name: "Tom Whitfield", borough: "hackney", role: "editor", agrees: true },
  // Housing and leasehold services.
  { key: "grace", name: "Grace Mensah", borough: "southwark", role: "editor", agrees: true },
  // Digital and IT.
  { key: "marek", name: "Marek Zielinski", borough: "hackney", role: "reviewer" },
];
