import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client.ts';
import { key } from './keys.ts';

/** What customers are called, by their numbers: those that have a name or an address. */
export function namesQuery(profiles: readonly number[]) {
  const asked = [...new Set(profiles)].toSorted((one, other) => one - other).join(',');
  return queryOptions({
    queryKey: key('customers', 'names', asked),
    queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/customers/names', { params: { query: { profiles: asked } }, signal }))).items,
    select: (items) => new Map(items.flatMap(({ profile, name, email }) => (name === null && email === null ? [] : [[profile, name ?? email ?? ''] as const]))),
  });
}
