import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';
import { send } from './send.ts';

/** The API, typed by its own OpenAPI document (`npm run api` writes schema.ts). Cookies sign every call. */
export const client = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin', fetch: send });

/** The answer of a call: `send` has thrown already if there is none. */
export async function answer<T>(call: Promise<{ readonly data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** The answer and the version it has, to be sent back as `If-Match` when it is changed. */
export async function versioned<T>(call: Promise<{ readonly data?: T; readonly response: Response }>): Promise<{ readonly value: T; readonly etag: string }> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('etag') ?? '' };
}

/** `client.PUT(path, { body, headers: ifMatch(etag) })`: refused by the server when someone else changed it meanwhile. */
export const ifMatch = (etag: string): Readonly<Record<string, string>> => (etag === '' ? {} : { 'if-match': etag });
