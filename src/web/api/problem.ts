/** What the API answers when something is wrong (RFC 9457), or what stands in for it when nothing answers at all. */
export type ProblemBody = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly hint: string;
  /** Further members, such as `position` and `diagnostics` of a definition. */
  readonly [extra: string]: unknown;
};

/** Thrown by every call of the API that did not succeed; screens show `body.title` and `body.hint`. */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.title);
    this.name = 'Problem';
    this.body = body;
  }
}

/** Never fails: an answer that is no problem document becomes one. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const known = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return new Problem({
    ...known,
    status: response.status,
    code: text(known.code, `http.${response.status}`),
    title: text(known.title, `The server answered ${response.status} ${response.statusText}`.trim()),
    hint: text(known.hint, ''),
  });
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

/** `unreachable` is the code when no answer came: the server is stopped or the network is down. */
export const unreachable = (): Problem => new Problem({ status: 0, code: 'unreachable', title: '', hint: '' });

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' && value !== '' ? value : otherwise);
