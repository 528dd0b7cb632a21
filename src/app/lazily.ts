/** An async function of a module that is loaded at the first call, or when `load` is called: same parameters, same promise. */
export function lazily<M, K extends keyof M>(
  load: () => Promise<M>,
  name: K,
): M[K] extends (...args: infer A) => Promise<infer R> ? ((...args: A) => Promise<R>) & Loads : never;
export function lazily<M, K extends keyof M>(load: () => Promise<M>, name: K): unknown {
  const call = async (...args: readonly unknown[]) => {
    const found = (await load())[name];
    if (typeof found !== 'function') throw new TypeError(`${String(name)} is no function`);
    return found(...args) as unknown;
  };
  return Object.assign(call, { load });
}

/** What can be loaded before it is called. */
export type Loads = { readonly load: () => Promise<unknown> };
