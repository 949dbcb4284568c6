/** For commands that keep no version. */
import type { TextToKeep } from "../../shared/version.ts";

export const noTextToKeep = (): TextToKeep => ({ json: "{}", digest: "", itemCount: 0 });
