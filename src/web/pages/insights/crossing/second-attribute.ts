type Known = { readonly customers: number; readonly traits: readonly { readonly name: string; readonly filled: number; readonly distinct: number }[] };

/** What is most telling beside a stage of life, the best first. */
const telling = ['favourite_category', 'favourite_product', 'value_tier', 'first_channel', 'country', 'city', 'rfm_segment'];
const fewestKnown = 0.2;
const [fewest, most] = [2, 60];

/** What stands across when nobody has chosen: the first that tells customers apart and is known of enough of them. */
export function secondAttribute({ customers, traits }: Known): string {
  const known = new Map(traits.map((trait) => [trait.name, trait]));
  const fits = (name: string): boolean => {
    const { filled = 0, distinct = 0 } = known.get(name) ?? {};
    return customers > 0 && filled / customers >= fewestKnown && distinct >= fewest && distinct <= most;
  };
  return telling.find(fits) ?? 'value_tier';
}
