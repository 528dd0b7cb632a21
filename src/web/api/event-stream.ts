/**
 * Server-sent events of one address as JSON. The browser reconnects by itself and says which event it saw last; `ended` closes it.
 * Returns how to stop.
 */
export function listen(
  address: string,
  handlers: { readonly message: (name: string, data: unknown, close: () => void) => void; readonly names?: readonly string[] },
): () => void {
  const source = new EventSource(address, { withCredentials: true });
  const close = () => source.close();
  const receive = (event: MessageEvent<string>) => {
    const data = parse(event.data);
    if (data !== undefined) handlers.message(event.type, data, close);
  };
  source.addEventListener('message', receive);
  for (const name of handlers.names ?? []) source.addEventListener(name, receive);
  return close;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
