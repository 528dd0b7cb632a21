import { useSyncExternalStore } from 'react';

const place = 'clientele.tour';
const listeners = new Set<() => void>();

/** The step that the tour is at, kept in this browser; undefined when it is not on. */
export const useTourStep = (): number | undefined => useSyncExternalStore(subscribe, read);

export const startTour = (): void => write('0');
export const goToTourStep = (step: number): void => write(String(step));
export const endTour = (): void => write('seen');

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): number | undefined {
  const kept = localStorage.getItem(place) ?? '';
  return /^\d$/.test(kept) ? Number(kept) : undefined;
}

function write(value: string): void {
  localStorage.setItem(place, value);
  for (const listener of listeners) listener();
}
