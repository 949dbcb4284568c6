/** The outlines by the names that the page offers. */
import type { OutlineId } from "../../shared/outlines.ts";
import { digitalService } from "./digital-service.ts";
import type { Outline } from "./outline.ts";
import { softwareSystem } from "./software-system.ts";
import { worksAndRepairs } from "./works-and-repairs.ts";

export const outlines: Readonly<Record<OutlineId, Outline>> = {
  "digital-service": digitalService,
  "software-system": softwareSystem,
  "works-and-repairs": worksAndRepairs,
};
