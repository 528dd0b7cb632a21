import { day, hour, minute, week } from '../../core/index.ts';

const lengths: Readonly<Record<string, number>> = { minute, hour, day, week, month: 28 * day, year: 365 * day };

/**
 * The shortest time after a fact at which these conditions may change because of it and nothing else: the shortest of their windows and spans. Until then a fact
 * that has just happened changes nothing more. Infinite where no condition looks at time.
 */
export function shortestWait(conditions: readonly unknown[]): number {
  let shortest = Number.POSITIVE_INFINITY;
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Readonly<Record<string, unknown>>;
      const length = typeof node['unit'] === 'string' ? lengths[node['unit']] : undefined;
      if (length !== undefined && typeof node['amount'] === 'number') shortest = Math.min(shortest, node['amount'] * length);
      // Of `days since` the days themselves are the span; a calendar period ends at midnight at the earliest, which a refresh of its own looks after.
      if (node['kind'] === 'compare' && isDaysSince(node['left']) && Array.isArray(node['values']))
        for (const days of node['values']) if (Number(days) > 0) shortest = Math.min(shortest, Number(days) * day);
      for (const each of Object.values(node)) look(each);
    }
  };
  for (const condition of conditions) look(condition);
  return Math.max(shortest, 1);
}

const isDaysSince = (left: unknown): boolean => typeof left === 'object' && left !== null && 'kind' in left && left.kind === 'days-since';
