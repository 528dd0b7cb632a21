import { Problem, unreachable } from './problem.ts';

/** Brings a file to the server as its raw body. `fetch` can't say how far it is, so this is an XMLHttpRequest. Throws a `Problem`. */
export function upload<Answer>(address: string, file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response as Answer);
      else reject(problemOf(request));
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function problemOf({ status, response }: XMLHttpRequest): Problem {
  const body = (response ?? {}) as { readonly code?: string; readonly title?: string; readonly hint?: string };
  return new Problem({ ...body, status, code: body.code ?? `http.${status}`, title: body.title ?? String(status), hint: body.hint ?? '' });
}
