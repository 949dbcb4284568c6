/**
 * How often one address may try links. A token has 256 bits and cannot be guessed; the limit keeps
 * guessing from costing the others anything. A whole council may sit behind one address.
 */
export const guessLimit = { rateLimit: { max: 300, timeWindow: "1 minute" } } as const;
