/** An async function of a module that is loaded at the first call; same parameters, same promise. */
export function lazily<M, K extends keyof M>(
  load: () => Promise<M>,
  name: K,
): M[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => Promise<R> : never;
export function lazily<M, K extends keyof M>(load: () => Promise<M>, name: K): unknown {
  return async (...args: readonly unknown[]) => {
    const found = (await load())[name];
    if (typeof found !== 'function') throw new TypeError(`${String(name)} is no function`);
    return found(...args) as unknown;
  };
}
