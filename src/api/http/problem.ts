import { ClienteleError } from '../../core/index.ts';

/** An RFC 9457 problem. `code` is the catalogue's, `hint` says what to do next (`screen_hint` where that names commands); further members come from the error. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  readonly [extra: string]: unknown;
};

export function problemOf(error: unknown): Problem {
  const known = catalogued(error);
  return {
    ...known.extra,
    parameters: known.parameters,
    type: `/api/docs/errors#${known.code}`,
    title: known.message,
    status: known.status,
    code: known.code,
    hint: known.hint,
    ...(known.screenHint === known.hint ? {} : { screen_hint: known.screenHint }),
  };
}

/** Any failure as one of the catalogue: what is not known is ours, and its text stays in the log. */
export function catalogued(error: unknown): ClienteleError {
  if (error instanceof ClienteleError) return error;
  if (isOfAFullDisk(error)) return new ClienteleError('store.full', { detail: error.message.split('\n')[0] ?? '' }, { retry_after: askAgainAfter }, error);
  const status = statusOf(error);
  if (status === 404) return new ClienteleError('request.unknown');
  if (status === 413) return new ClienteleError('request.too-large');
  if (status === 415) return new ClienteleError('request.media-type');
  if (status !== undefined && status >= 400 && status < 500)
    return new ClienteleError('request.invalid', { detail: error instanceof Error ? error.message : 'The request can not be read.' });
  return new ClienteleError('internal', { detail: 'the server log tells more' }, {}, error);
}

/** Somebody has to make room first. */
const askAgainAfter = 30;

/** What SQLite (13), the system and DuckDB say of it. */
const isOfAFullDisk = (error: unknown): error is Error =>
  error instanceof Error &&
  (('errcode' in error && error.errcode === 13) || ('code' in error && error.code === 'ENOSPC') || /No space left on device/i.test(error.message));

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
