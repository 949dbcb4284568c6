/** The short outlines that a new statement can begin from: what the page offers. Their items are in server/outlines. */

export type OutlineId = "digital-service" | "software-system" | "works-and-repairs";

export interface OutlineOffer {
  readonly id: OutlineId;
  readonly title: string;
  /** What it is for. */
  readonly words: string;
}

export const outlineOffers: readonly OutlineOffer[] = [
  {
    id: "digital-service",
    title: "A digital service",
    words:
      "For something residents use: apply, report, book or pay. Access for everyone, other ways to use it, how it is run and improved.",
  },
  {
    id: "software-system",
    title: "A software system",
    words:
      "For something staff work in: case management, finance, planning. Moving from the old system, your data, connections, security.",
  },
  {
    id: "works-and-repairs",
    title: "A works and repairs contract",
    words:
      "For work on homes, buildings or streets. Safety, access to homes, quality on site, prices, social value, a good start and end.",
  },
];

export const allOutlineIds: readonly OutlineId[] = outlineOffers.map(({ id }) => id);
