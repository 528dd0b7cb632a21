import { shareOf } from '../../core/index.ts';
import type { ShapeNews } from './watch.ts';

/** What is new, in a line and a sentence. */
export function wordsOf(
  { event, property, what }: ShapeNews,
  sourceName: string,
): { readonly severity: 'info' | 'warning' | 'urgent'; readonly title: string; readonly sentence: string } {
  const where = `"${property}" of ${event}`;
  switch (what.kind) {
    case 'new-event':
      return {
        severity: 'info',
        title: `New event: ${event}`,
        sentence: `${sourceName} has sent ${event} for the first time. It can be used in segments from now on.`,
      };
    case 'new-property':
      return { severity: 'info', title: `New property: ${property}`, sentence: `${sourceName} sends ${where} for the first time.` };
    case 'type':
      return {
        severity: 'warning',
        title: `${property} has changed its type`,
        sentence: `${sourceName} used to send ${where} as ${what.usual}; ${shareOf(what.share)} of the latest are ${what.other}. Segments that compare it may miss customers.`,
      };
    case 'empty':
      return {
        severity: 'warning',
        title: `${property} has gone empty`,
        sentence: `${where} from ${sourceName} was filled in ${shareOf(what.usualShare)} of all messages, and in none of the last fifty.`,
      };
    case 'quiet':
      return {
        severity: what.actual === 0 ? 'urgent' : 'warning',
        title: `${sourceName} has gone quiet`,
        sentence: `${count(what.actual)} arrived from ${sourceName} in the last hour; at this time of day it is usually about ${Math.round(what.usual)}.`,
      };
    case 'flood':
      return {
        severity: 'warning',
        title: `${sourceName} sends far more than usual`,
        sentence: `${count(what.actual)} arrived from ${sourceName} in the last hour; at this time of day it is usually about ${Math.round(what.usual)}.`,
      };
  }
}

const count = (messages: number): string => (messages === 0 ? 'Nothing' : messages === 1 ? '1 message' : `${messages} messages`);
