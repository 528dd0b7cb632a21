/** Of how many people a fact is known: a share is of those, a middle is theirs. */
export const knownOf = ({ people, share }: { readonly people: number; readonly share: number | null }): number =>
  share === null || share === 0 ? people : Math.round(people / share);
