import { useCallback, useState } from 'react';
import { nothingSaid, type Said } from './said.ts';

const place = (upload: string): string => `clientele.import.${upload}`;

/** What was said about each file, kept in this window, so that a reload forgets nothing. */
export function useSaid(uploads: readonly string[]) {
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() => Object.fromEntries(uploads.map((upload) => [upload, remembered(upload)])));
  const say = useCallback((upload: string, next: Said) => {
    sessionStorage.setItem(place(upload), JSON.stringify(next));
    setSaid((before) => ({ ...before, [upload]: next }));
  }, []);
  return { of: (upload: string): Said => said[upload] ?? nothingSaid, say };
}

function remembered(upload: string): Said {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(upload)) ?? 'null');
    return typeof kept === 'object' && kept !== null ? { ...nothingSaid, ...kept } : nothingSaid;
  } catch {
    return nothingSaid;
  }
}
