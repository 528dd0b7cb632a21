import { median, twoSidedStudent } from '../../stats/index.ts';

/** A group's figure by step, and how many facts (orders, events) it was made of altogether. Groups of one dimension add up to the whole. */
export type Group = { readonly dimension: string; readonly values: readonly number[]; readonly times: number };
export type Made<G> = { readonly group: G; readonly expected: number; readonly actual: number; readonly share: number; readonly beyond: number };

/** Of how many steps the newest, and of how many the oldest, are held against each other; those in between belong to neither. */
export type Held = { readonly newest: number; readonly before: number };

/** Groups that made less of the change than this are not worth a line, nor those whose part of it exceeds their part of the whole by less. */
const leastShare = 0.08;
const leastBeyond = 0.1;
/** Smaller ones are not among those that are looked at. */
const leastOfWhole = 0.02;
/** How often chance alone may name a group, of all dimensions together. */
const byChance = 0.05;

/**
 * Groups that made clearly more of the change than their part of the whole, most first: where everybody falls alike, none. Had nothing but the whole changed, a group would have kept its part of it. How likely it is to stray as far by chance
 * is the larger of two: by how far its earlier steps strayed (Student's t, in units of the square root of the whole), and by counting alone. Each group that is looked at is one more chance (Bonferroni), but for one of each
 * dimension, which follows from the others.
 */
export function beyondTheirSize<G extends Group>(groups: readonly G[], { newest, before }: Held): readonly Made<G>[] {
  const dimensions = [...Map.groupBy(groups, ({ dimension }) => dimension).values()].map((own) => ofDimension(own)).filter((own) => own.length > 1);
  const looks = total(dimensions.map((own) => own.length - 1));
  return dimensions
    .flat()
    .filter(({ share, beyond, chance }) => share >= leastShare && beyond >= leastBeyond && chance * looks <= byChance)
    .map(({ group, expected, actual, share, beyond }) => ({ group, expected, actual, share, beyond }))
    .toSorted((a, b) => b.beyond - a.beyond);

  function ofDimension(own: readonly G[]): readonly (Made<G> & { readonly chance: number })[] {
    const old = sumsOf(own, 0, before);
    const recent = sumsOf(own, -newest);
    const rows = own.map((group) => ({ group, expected: median(group.values.slice(0, before)), actual: median(group.values.slice(-newest)) }));
    const change = total(rows.map(({ actual, expected }) => actual - expected));
    const whole = total(rows.map(({ expected }) => expected));
    const [sold, now] = [total(old), total(recent)];
    if (Math.abs(change) < 1e-9 || !(whole > 0) || !(sold > 0) || !(now > 0)) return [];
    const times = total(own.map((each) => each.times));
    // What one fact is worth, of money: the whole's changes by chance are in steps of it.
    const one = times > 0 ? total(own.flatMap(({ values }) => values)) / times : 1;
    return rows.flatMap(({ group, expected, actual }) => {
      const part = total(group.values.slice(0, before)) / sold;
      const nowPart = total(group.values.slice(-newest)) / now;
      if (Math.max(part, nowPart) < leastOfWhole) return [];
      const strayed = old.flatMap((sum, step) => (sum > 0 ? [((group.values[step] ?? 0) - part * sum) / Math.sqrt(sum)] : []));
      const counted = Math.max(part * (1 - part), nowPart * (1 - nowPart)) * Math.max(one, 0);
      const degrees = Math.max(1, strayed.length - 1);
      // A part that goes up and down by itself does so more, the more there is of the whole.
      const larger = Math.sqrt(Math.max(1, now / newest / (sold / before)));
      const distance = ((nowPart - part) * Math.sqrt(now)) / Math.sqrt(1 + now / sold);
      const spread = larger * Math.sqrt(total(strayed.map((each) => each ** 2)) / degrees);
      const chance = Math.max(likely(distance, spread, degrees), likely(distance, Math.sqrt(counted), asNormal));
      const share = (actual - expected) / change;
      return [{ group, expected, actual, share, beyond: share - expected / whole, chance }];
    });
  }
}

/** Degrees of freedom with which Student's t is the normal distribution. */
const asNormal = 1e5;

const likely = (distance: number, spread: number, degrees: number): number =>
  Math.abs(distance) < 1e-12 ? 1 : spread > 0 ? twoSidedStudent(distance / spread, degrees) : 0;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const sumsOf = (own: readonly Group[], from: number, to?: number): readonly number[] => {
  const slices = own.map(({ values }) => values.slice(from, to));
  return (slices[0] ?? []).map((_, step) => total(slices.map((slice) => slice[step] ?? 0)));
};
