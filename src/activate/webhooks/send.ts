import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressesOf } from './address.ts';

export type Sent = { readonly status: number; readonly retryAfter: string | undefined };
export type Send = (url: string, headers: Readonly<Record<string, string>>, body: string, allowPrivate: boolean) => Promise<Sent>;

const mostMilliseconds = 20_000;

/**
 * One attempt. The connection goes to the very address that was looked at, so that a name can not turn into a private one in between; redirects are
 * not followed, for the same reason. Rejects where no answer came.
 */
export const send: Send = async (text, headers, body, allowPrivate) => {
  const url = new URL(text);
  const found = await addressesOf(url, allowPrivate);
  const lookup: LookupFunction = (_host, options, callback) => {
    const [first] = found;
    if (options.all === true) callback(null, [...found]);
    else callback(null, first?.address ?? '', first?.family);
  };
  const signal = AbortSignal.timeout(mostMilliseconds);
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Clientele-Webhooks/1' },
        lookup,
        signal,
        agent: false,
      },
      (response) => {
        // What is answered is of no interest, but a connection that is read to its end closes in peace.
        response.resume();
        const { 'retry-after': retryAfter } = response.headers;
        response.on('error', reject);
        resolve({ status: response.statusCode ?? 0, retryAfter });
      },
    );
    asked.on('error', (error) => reject(signal.aborted ? new Error(`no answer within ${mostMilliseconds / 1000} seconds`) : error));
    asked.end(body);
  });
};
