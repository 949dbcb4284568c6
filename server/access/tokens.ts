/** Secrets in links and cookies. Only their hashes are kept, so a copy of the database opens nothing. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, safe in an address. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hexadecimal. No salt: a token has nothing that could be guessed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
