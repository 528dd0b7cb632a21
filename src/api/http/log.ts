import { type DestinationStream, pino } from 'pino';

type Level = 'info' | 'warn' | 'error' | 'silent';
/** The parts of a request that are written down. `path` is the route as it stands in the document: what was filled in may be somebody's e-mail. */
type Asked = { readonly id: string; readonly method: string; readonly routeOptions?: { readonly url?: string | undefined } };

/** JSON lines without anything that people typed: no query, no cookie, no key, no name. */
export function createLog(level: Level, to?: DestinationStream) {
  const options = {
    level,
    base: null,
    redact: ['req.headers', 'res.headers', '*.password', '*.token', '*.email', 'err.parameters', 'err.extra'],
    serializers: { req: ({ id, method, routeOptions }: Asked) => ({ id, method, path: routeOptions?.url ?? 'unknown' }) },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
