/**
 * Whether a trait's name says that it holds what European law calls a special category of personal data (GDPR, article 9, 1): race or ethnic origin,
 * political opinion, religion or belief, membership of a union, genes, health, sex life or orientation. Whole words decide: `race` and
 * `sexual_orientation` do, `race_distance` of a running club does not.
 */
export const isSpecialCategory = (name: string): boolean =>
  special.test(
    name
      .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
      .replaceAll(/[\s.-]+/g, '_')
      .toLowerCase(),
  );

const special = new RegExp(
  `^(?:(?:customer|user|my)_)?(?:${[
    'race|ethnic(?:ity|_group|_origin|_background)?|race_ethnicity|racial_(?:group|origin)|tribe|caste',
    'religio(?:n|us_belief|us_beliefs|us_affiliation)|faith|belief|beliefs|denomination|konfession',
    'politic(?:s|al_party|al_view|al_views|al_opinion|al_affiliation)|party_affiliation',
    'union_member(?:ship)?|trade_union',
    'health(?:_status|_condition|_conditions)?|medical_(?:condition|conditions|history)|diagnos(?:is|es)|disabilit(?:y|ies)|disabled|pregnan(?:t|cy)|genetic(?:s|_data)',
    'sexuality|sexual_(?:orientation|preference)|sex_life',
  ].join('|')})$`,
);
