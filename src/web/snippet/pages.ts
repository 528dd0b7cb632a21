/** Calls back now and whenever the page's address becomes another, with loading or without. */
export function onEveryPage(visited: (referrer: string) => void): void {
  let before = '';
  const look = (): void => {
    const now = location.origin + location.pathname + location.search;
    if (now === before) return;
    const referrer = before === '' ? document.referrer : before;
    before = now;
    visited(referrer);
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    history[name] = (...given) => {
      original(...given);
      // The title of the new page is set after its address.
      setTimeout(look);
    };
  }
  addEventListener('popstate', () => setTimeout(look));
  look();
}
