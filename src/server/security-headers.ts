/** What every response says to a browser; a page that needs more (the playground) sets its own policy. */
import helmet from 'helmet';

/** Nothing that we answer is a page to be run, framed or kept, unless its own route says so. */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Browsers heed it over HTTPS alone. What else runs under the name of the host is not ours to bind.
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
});
