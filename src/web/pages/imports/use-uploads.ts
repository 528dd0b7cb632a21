import { useCallback, useEffect, useRef, useState } from 'react';
import { type Uploaded, uploadFile } from './upload-file.ts';

/** A file on its way to the server, or one that did not get there. `share` is 0 to 1. */
export type Uploading = { readonly key: string; readonly file: File; readonly share: number; readonly error: unknown };

/** Brings files one after another; `arrived` hears once of all that are there, and of those that hold nothing. Leaving the page stops what is under way. */
export function useUploads(arrived: (uploaded: readonly Uploaded[], empty: readonly string[]) => void) {
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const stop = useRef(new AbortController());
  useEffect(() => {
    stop.current = new AbortController();
    const controller = stop.current;
    return () => controller.abort();
  }, []);

  const bring = useCallback(
    async (files: readonly File[]) => {
      const { signal } = stop.current;
      const empty = files.filter(({ size }) => size === 0).map(({ name }) => name);
      const entries = files.filter(({ size }) => size > 0).map((file): Uploading => ({ key: crypto.randomUUID(), file, share: 0, error: undefined }));
      const change = (key: string, changed: Partial<Uploading>) =>
        setUploading((before) => before.map((entry) => (entry.key === key ? { ...entry, ...changed } : entry)));
      setUploading((before) => [...before, ...entries]);
      const there: Uploaded[] = [];
      for (const { key, file } of entries) {
        try {
          const uploaded = await uploadFile(file, (share) => change(key, { share }), signal);
          setUploading((before) => before.filter((entry) => entry.key !== key));
          there.push(uploaded);
        } catch (error) {
          if (signal.aborted) return;
          change(key, { error });
        }
      }
      if (there.length + empty.length > 0) arrived(there, empty);
    },
    [arrived],
  );
  const dismiss = useCallback((key: string) => setUploading((before) => before.filter((entry) => entry.key !== key)), []);
  return { uploading, bring, dismiss };
}
