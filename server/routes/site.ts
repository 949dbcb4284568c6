/**
 * Where people reach this server: addresses of its pages, whether there is TLS, and whether a request
 * comes from its own pages. Without a public address it is wherever the browser says it asked.
 */
import type { FastifyRequest } from "fastify";
import { Refusal } from "../../shared/refusal.ts";

export interface Site {
  /** The whole address of a page. @param path beginning with a slash */
  addressOf(request: FastifyRequest, path: string): string;
  isSecure(request: FastifyRequest): boolean;
  /**
   * Whether our own page sent it. Browsers name the page's origin with everything that changes
   * something; programs that call the API name none, and carry no cookie that a page could borrow.
   */
  isOwnPage(request: FastifyRequest): boolean;
}

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export function siteAt(publicUrl: string | null): Site {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return {
    addressOf: ({ protocol, host }, path) => `${publicUrl ?? `${protocol}://${host}`}${path}`,
    isSecure: ({ protocol }) => (publicUrl ?? `${protocol}:`).startsWith("https:"),
    isOwnPage({ headers, host }) {
      if (headers.origin === undefined) return headers["sec-fetch-site"] !== "cross-site";
      // A sandboxed page sends "null", which is no address.
      const from = URL.parse(headers.origin)?.host;
      return from !== undefined && (from === host || from === publicHost);
    },
  };
}

/** @throws Refusal `not-allowed` for a change that another site's page asks for */
export function refuseOtherSites(site: Site, request: FastifyRequest): void {
  if (reading.has(request.method) || site.isOwnPage(request)) return;
  throw new Refusal("not-allowed", "A page of another site sent this. Use this site's own page.");
}
