/** A page that nobody sees gives its connection back after so long: a browser has six for one server, shared by all its tabs. */
const hiddenFor = 5000;

type Handlers = {
  readonly message: (name: string, data: unknown, close: () => void) => void;
  readonly names?: readonly string[];
  /** The page is looked at again: what was told meanwhile was not heard. */
  readonly resumed?: () => void;
};

/**
 * Server-sent events of one address as JSON, while the page is in sight. The browser reconnects by itself and says which event it saw
 * last. Returns how to stop.
 */
export function listen(address: string, handlers: Handlers): () => void {
  let source: EventSource | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const hangUp = () => {
    source?.close();
    source = undefined;
  };
  const receive = (event: MessageEvent<string>) => {
    const data = parse(event.data);
    if (data !== undefined) handlers.message(event.type, data, close);
  };
  const call = () => {
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener('message', receive);
    for (const name of handlers.names ?? []) source.addEventListener(name, receive);
    if (missed) handlers.resumed?.();
    missed = false;
  };
  const look = () => {
    clearTimeout(leaving);
    if (document.visibilityState === 'visible') {
      if (source === undefined) call();
      return;
    }
    leaving = setTimeout(() => {
      missed = true;
      hangUp();
    }, hiddenFor);
  };
  function close() {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(leaving);
    hangUp();
  }
  document.addEventListener('visibilitychange', look);
  if (document.visibilityState === 'visible') call();
  else missed = true;
  return close;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
