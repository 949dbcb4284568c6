/** The structure as it was before a word began to be composed, until it is: moving what is composed would break it. */
import { useSyncExternalStore } from "react";
import { useStructure, type Structure } from "../connection/structure.ts";
import type { DocumentController } from "./controller/document-controller.ts";

export function useSettledStructure({ held }: DocumentController): Structure {
  const structure = useStructure();
  return useSyncExternalStore(held.subscribe, () => held.settled(structure));
}
