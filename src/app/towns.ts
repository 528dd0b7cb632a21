import type { Vocabulary } from '../language/index.ts';
import { findTowns, type Town, townAt } from '../profiles/index.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

export type TownsRequest = {
  /** How its name begins, or where it lies. */
  readonly of: string | Pick<Town, 'latitude' | 'longitude'>;
  readonly limit?: number;
  readonly attributes?: Pick<Vocabulary['attributes'], 'get'>;
};

/** Beside the shop's own country so many more are searched: those where its customers are. */
const mostCountries = 5;

/** Towns where this shop and its customers are, to ask who lives near one. `text` is the condition's own way to write the place. */
export async function towns(app: App, { of, limit = 8, attributes }: TownsRequest): Promise<readonly (Town & { readonly text: string })[]> {
  const known = (attributes ?? (await vocabularyOf(app)).attributes).get('country')?.values ?? [];
  const others = known.filter((country) => /^[A-Z]{2}$/.test(country) && country !== app.workspace.country).slice(0, mostCountries);
  const countries = [...(app.workspace.country === undefined ? [] : [app.workspace.country]), ...others];
  const one = typeof of === 'string' ? undefined : townAt(of, countries);
  const found = typeof of === 'string' ? findTowns(of, countries, limit) : one === undefined ? [] : [one];
  return found.map((town) => ({ ...town, text: `(${town.latitude}, ${town.longitude})` }));
}
