/** How often one address may try links. */
import { linksPerMinute } from "../../shared/limits.ts";

export const guessLimit = { rateLimit: { max: linksPerMinute, timeWindow: "1 minute" } } as const;
