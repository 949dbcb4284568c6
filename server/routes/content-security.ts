/** What browsers may load and do on our pages: only what comes from here. */
import type { FastifyHelmetOptions } from "@fastify/helmet";

export const contentSecurity: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "base-uri": ["'none'"],
      "connect-src": ["'self'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
      "img-src": ["'self'", "data:"],
      "object-src": ["'none'"],
      "script-src": ["'self'"],
      // Carets and cards are placed by style attributes; style sheets come from here only.
      "style-src-attr": ["'unsafe-inline'"],
      "style-src-elem": ["'self'"],
    },
  },
  // Whether there is TLS, and for which names, is the proxy's to say.
  strictTransportSecurity: false,
  referrerPolicy: { policy: "same-origin" },
};
