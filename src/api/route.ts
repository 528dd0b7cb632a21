import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Policy } from '../access/index.ts';
import type { Context } from './context.ts';

/** What comes with a request, checked. */
export type Input<P, Q, B> = { readonly params: P; readonly query: Q; readonly body: B };

type Common<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters as `:name`. */
  readonly path: `/${string}`;
  /** One line for the document, and the group it stands in. */
  readonly summary: string;
  readonly tag: string;
  /** Who may call it. There is no default: a route without a policy does not compile. */
  readonly policy: Policy;
  /** The answer holds a secret: it is not kept for a repeated `Idempotency-Key`. */
  readonly secret?: true;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};

type AnswerRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Common<P, Q, B> & {
  readonly answers: R;
  /** 200 unless said otherwise; 201 for something made, 202 for a job begun. */
  readonly status?: 200 | 201 | 202;
  readonly handle: (context: Context, input: Input<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.output<R>>;
};

/** A file or a stream of events instead of JSON. */
type StreamRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Common<P, Q, B> & {
  readonly streams: 'text/csv' | 'text/event-stream' | 'application/json' | 'image/svg+xml' | 'text/html' | 'application/yaml' | 'application/gzip';
  readonly handle: (context: Context, input: Input<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Streamed>;
};

/** `fileName` makes it a download; `alone` shows it in a tab of its own, as a page that can reach nothing and brings its own style. */
export type Streamed = { readonly body: Readable | string; readonly fileName?: string; readonly alone?: true };

/** A route whose schemas are known at run time only: what the server and the document read. */
export type Route = Common<z.ZodType, z.ZodType, z.ZodType> &
  (
    | {
        readonly kind: 'answer';
        readonly answers: z.ZodType;
        readonly status: number;
        readonly handle: (context: Context, input: AnyInput) => Promise<unknown>;
      }
    | { readonly kind: 'stream'; readonly streams: string; readonly handle: (context: Context, input: AnyInput) => Promise<Streamed> }
    | {
        readonly kind: 'upload';
        readonly answers: z.ZodType;
        readonly status: number;
        readonly handle: (context: Context, input: AnyInput & { readonly file: Readable }) => Promise<unknown>;
      }
  );

type AnyInput = Input<unknown, unknown, unknown>;

/** One HTTP route: its schemas are its validation, its types and its entry in the OpenAPI document. */
export function route<R extends z.ZodType, P extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  definition: AnswerRoute<P, Q, B, R>,
): Route {
  // The server only calls `handle` with what the very same schemas have let through.
  return { ...definition, kind: 'answer', status: definition.status ?? 200 } as unknown as Route;
}

/** A route that answers with a file or with events. */
export function streamRoute<P extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  definition: StreamRoute<P, Q, B>,
): Route {
  return { ...definition, kind: 'stream' } as unknown as Route;
}

/** A route that takes one file as its raw body, of any size: it is read as it comes and never held whole. */
export function uploadRoute<R extends z.ZodType, Q extends z.ZodType>(
  definition: Omit<AnswerRoute<z.ZodUndefined, Q, z.ZodUndefined, R>, 'handle' | 'body'> & {
    readonly handle: (context: Context, input: Input<undefined, z.output<Q>, undefined> & { readonly file: Readable }) => Promise<z.output<R>>;
  },
): Route {
  return { ...definition, kind: 'upload', status: definition.status ?? 201 } as unknown as Route;
}
