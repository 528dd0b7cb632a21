import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useState, type FocusEvent, type RefObject } from 'react';

/** Shorter tables are drawn whole: they cost nothing, and the browser's own search finds everything in them. */
const whole = 80;
const usualHeight = 45;
/** Rows beyond the edge, and around the row that has the focus, so that an arrow key always has a row to go to: keys may come faster than the list scrolls. */
const beyond = 12;

export type WindowOfRows = {
  /** Places of the rows that are drawn, in order. */
  readonly drawn: readonly number[];
  /** Height, in pixels, of what is not drawn before each of them, and at the end after the last. */
  readonly gaps: readonly number[];
  /** For each row's `ref`: how high it really is. */
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

/**
 * Of a long table only the rows in sight are drawn, and the row that has the focus with those around it, wherever it is: scrolling away with the wheel does not lose it.
 * On a phone rows are cards in a page that scrolls as a whole; there all are drawn.
 */
export function useWindowOfRows(count: number, scroll: RefObject<HTMLElement | null>): WindowOfRows {
  const narrow = useMediaQuery('(max-width: 599px)');
  const [focused, setFocused] = useState<number>();
  const long = count > whole && !narrow;
  const virtualizer = useVirtualizer({
    count,
    enabled: long,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualHeight,
    overscan: beyond,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (focused === undefined || focused >= count) return inSight;
      const first = Math.max(0, focused - beyond);
      const around = Array.from({ length: Math.min(count, focused + beyond + 1) - first }, (_, place) => first + place);
      return [...new Set([...inSight, ...around])].toSorted((a, b) => a - b);
    },
  });
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const row = event.target.closest<HTMLElement>('tr[data-index]');
    setFocused(row === null ? undefined : Number(row.dataset['index']));
  };
  if (!long) return { drawn: Array.from({ length: count }, (_, index) => index), gaps: [], measure: undefined, onFocus };
  const items = virtualizer.getVirtualItems();
  const gaps = items.map(({ start }, place) => start - (items[place - 1]?.end ?? 0));
  return {
    drawn: items.map(({ index }) => index),
    gaps: [...gaps, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)],
    measure: virtualizer.measureElement,
    onFocus,
  };
}
