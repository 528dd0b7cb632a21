import { useEffect, useState } from 'react';

const everyMilliseconds = 500;

/** When the server began: another answer is another start. Undefined while nobody answers. */
export async function startOfServer(): Promise<string | undefined> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    const { started } = (await response.json()) as { readonly started?: string };
    return response.ok ? started : undefined;
  } catch {
    return undefined;
  }
}

/** Once `over`, waits until the server has begun anew, and then shows this page from the start: nothing that was loaded is true any more. */
export function useBeginsAnew(over: boolean): void {
  const [before, setBefore] = useState<string>();
  useEffect(() => void startOfServer().then(setBefore), []);
  useEffect(() => {
    if (!over) return undefined;
    const look = async (): Promise<void> => {
      const now = await startOfServer();
      if (now !== undefined && now !== before) location.reload();
    };
    const timer = setInterval(() => void look(), everyMilliseconds);
    return () => clearInterval(timer);
  }, [over, before]);
}
