import { PassThrough } from 'node:stream';

/** What `work` writes, as a stream. An error before the first line is thrown, so that it is this route's answer; a later one only ends the stream. */
export async function streamed(work: (write: (text: string) => void) => Promise<void>): Promise<PassThrough> {
  const body = new PassThrough();
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let started = false;
  const done = work((text) => {
    started = true;
    begun();
    body.write(text);
  });
  done.then(
    () => body.end(),
    (error: unknown) => {
      if (started) body.destroy(error instanceof Error ? error : new Error(String(error)));
    },
  );
  await Promise.race([first, done]);
  return body;
}
