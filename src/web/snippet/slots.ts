import { refused, type Settings } from './settings.ts';
import type { Tracker } from './tracker.ts';

type Content = { readonly type: 'text' | 'json'; readonly value: unknown };
type Answer = { readonly slot: string; readonly variant: string; readonly content: Content; readonly reason: string };
export type Cart = { readonly value?: number; readonly items?: number; readonly products?: readonly string[] };

export type Slots = {
  /** Asks again what the slots of this page show. */
  readonly slots: () => void;
  /** What the cart holds now; slots are asked again. */
  readonly cart: (cart: Cart) => void;
};

/** So long a slot may keep its place empty for what is on its way; then its own content stays. */
const patience = 400;
const marked = 'data-clientele-slot';
/** The animation by which a page's own style keeps slots unseen until this script is there, for a moment at most. */
const heldByStyle = 'clientele-wait';

/**
 * Fills `<div data-clientele-slot="home-banner">what everybody sees</div>`. Nothing waits for it: a slot keeps its place, unseen, for a moment at most, and an answer that
 * comes later changes nothing that is seen. Without consent nobody is asked. What comes is put in as text alone: no markup of it can become part of the page.
 */
export function startSlots(settings: Settings, tracker: Pick<Tracker, 'visitor'>): Slots {
  const own = new Map<Element, readonly Node[]>();
  const returning = wasHere();
  let cart: Cart | undefined;
  let asked = 0;
  let scheduled = false;

  /** Calls of the same moment (consent and cart of a page that loads, say) are one question. */
  const ask = (): void => {
    if (scheduled) return;
    scheduled = true;
    const go = (): void => {
      scheduled = false;
      void askNow();
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', go, { once: true });
    else queueMicrotask(go);
  };

  const askNow = async (): Promise<void> => {
    const places = [...document.querySelectorAll<HTMLElement>(`[${marked}]`)];
    if (places.length === 0) return;
    asked += 1;
    const turn = asked;
    for (const place of places)
      if (!own.has(place))
        own.set(
          place,
          [...place.childNodes].map((node) => node.cloneNode(true)),
        );
    const { anonymousId, consent } = tracker.visitor();
    if (!consent || refused()) {
      places.forEach(restore);
      return places.forEach(reveal);
    }
    // Only what nobody has seen yet is kept unseen; a place that is seen keeps what it shows until the next is there.
    const fresh = places.filter((place) => place.dataset['clienteleDone'] === undefined);
    const late = new Set(fresh.filter(isSeenInSpiteOfStyle));
    const hidden = fresh.filter((place) => !late.has(place));
    hidden.forEach((place) => (place.style.visibility = 'hidden'));
    fresh.filter((place) => late.has(place)).forEach(reveal);
    const timer = setTimeout(
      () => {
        for (const place of hidden) late.add(place);
        hidden.forEach(reveal);
      },
      Number(places[0]?.dataset['clienteleWait'] ?? patience),
    );
    try {
      const answers = await answersFor(settings, {
        write_key: settings.key,
        slots: names(places),
        identifiers: { anonymous_id: anonymousId },
        consent: { personalisation: true },
        context: visit(cart, returning),
      });
      if (turn === asked) for (const place of places) put(place, answers.get(place.getAttribute(marked) ?? ''), late.has(place));
    } catch {
      // What everybody sees stays.
    }
    clearTimeout(timer);
    hidden.forEach(reveal);
  };

  const restore = (place: HTMLElement): void => {
    if (place.dataset['clienteleVariant'] === undefined) return;
    place.replaceChildren(...(own.get(place) ?? []).map((node) => node.cloneNode(true)));
    delete place.dataset['clienteleVariant'];
  };

  /** Text as text; of an object those fields that the place has a spot for. */
  const put = (place: HTMLElement, answer: Answer | undefined, late: boolean): void => {
    if (answer === undefined || answer.reason !== 'matched') restore(place);
    else if (!late) {
      restore(place);
      const { type, value } = answer.content;
      if (type === 'text') place.textContent = String(value);
      else if (typeof value === 'object' && value !== null) fill(place, value as Readonly<Record<string, unknown>>);
      place.dataset['clienteleVariant'] = answer.variant;
    }
    place.dispatchEvent(new CustomEvent('clientele:slot', { bubbles: true, detail: { ...answer, late } }));
  };

  ask();
  return {
    slots: ask,
    cart: (now) => {
      cart = now;
      ask();
    },
  };
}

/** The page's style has given up waiting, so that everybody sees the place by now. */
function isSeenInSpiteOfStyle(place: HTMLElement): boolean {
  const { animationName, visibility } = getComputedStyle(place);
  return animationName === heldByStyle && visibility === 'visible';
}

function reveal(place: HTMLElement): void {
  place.style.removeProperty('visibility');
  place.dataset['clienteleDone'] = '';
}

/** Something was kept of an earlier page, which only ever happens with consent. */
function wasHere(): boolean {
  try {
    return localStorage.getItem('clientele') !== null;
  } catch {
    return false;
  }
}

function fill(place: HTMLElement, value: Readonly<Record<string, unknown>>): void {
  for (const part of place.querySelectorAll<HTMLElement>('[data-clientele-text]')) {
    const text = value[part.dataset['clienteleText'] ?? ''];
    if (typeof text === 'string' || typeof text === 'number') part.textContent = String(text);
  }
  for (const link of place.querySelectorAll<HTMLElement>('[data-clientele-link]')) {
    const address = value[link.dataset['clienteleLink'] ?? ''];
    // Never a script: only what leads to a page or a picture.
    if (typeof address === 'string' && URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol))
      link.setAttribute(link instanceof HTMLImageElement ? 'src' : 'href', address);
  }
}

const names = (places: readonly HTMLElement[]): readonly string[] => [...new Set(places.map((place) => place.getAttribute(marked) ?? ''))];

const visit = (cart: Cart | undefined, returning: boolean): unknown => ({
  user_agent: navigator.userAgent,
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  locale: navigator.language,
  page: { url: location.href, path: location.pathname, title: document.title, referrer: document.referrer },
  returning,
  ...(cart === undefined ? {} : { cart }),
});

async function answersFor({ host }: Settings, body: unknown): Promise<ReadonlyMap<string, Answer>> {
  const response = await fetch(`${host}/v1/decide`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'text/plain' },
    credentials: 'omit',
  });
  const { slots = [] } = (await response.json()) as { readonly slots?: readonly Answer[] };
  return new Map(slots.map((answer) => [answer.slot, answer]));
}
