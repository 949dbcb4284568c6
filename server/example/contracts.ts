/** What the boroughs of the example say of themselves: their present repairs software, and how they would buy. */
import type { ExampleAbout } from "./example-types.ts";

export const contracts: readonly ExampleAbout[] = [
  {
    by: "priya",
    contractEnds: "2027-09-30",
    extendableUntil: "2028-09-30",
    team: "Procurement, with the repairs service",
    takingPart: "buy-together",
  },
  {
    by: "tom",
    contractEnds: "2027-03-31",
    extendableUntil: "2028-03-31",
    team: "Repairs service, with digital and IT",
    takingPart: "buy-together",
  },
  {
    by: "grace",
    contractEnds: "2027-06-30",
    extendableUntil: "2027-12-31",
    team: "Housing and leasehold services",
    takingPart: "buy-together",
  },
];
