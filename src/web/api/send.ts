import { asOfHeader, seenAsOf } from './seen-as-of.ts';
import { problemOfResponse, unreachable } from './problem.ts';

type SignedOut = () => void;
const listeners = new Set<SignedOut>();

/** Called whenever an answer says that nobody is signed in any more. Returns how to stop listening. */
export function onSignedOut(listener: SignedOut): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * `fetch` as every call of the API uses it: writes carry an `Idempotency-Key`, so that a repeated request does its work once;
 * anything but success is thrown as a `Problem`.
 */
export async function send(request: Request): Promise<Response> {
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (isWrite && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
  if (seenAsOf !== undefined) request.headers.set(asOfHeader, seenAsOf);
  const response = await reach(request);
  if (response.ok || response.status === 304) return response;
  if (response.status === 401) for (const listener of listeners) listener();
  throw await problemOfResponse(response);
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    // A query that is no longer wanted is not a failure of the network.
    if (request.signal.aborted) throw error;
    throw unreachable();
  }
}
