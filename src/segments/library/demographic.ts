import { type AgeBand, commonValues, enough, filledTrait, type Survey } from './survey.ts';
import { type Draft, quoted, type Template } from './template.ts';

/** Who they are. Gender only ever comes from what customers said; nothing is guessed from names. */
export const demographic: readonly Template[] = [
  {
    id: 'age bands',
    needs: 'age or birthday of at least a fifth of the customers',
    make: (survey) => (filledTrait(survey, 'age') === undefined ? [] : survey.ages.filter(({ customers }) => customers >= enough(survey)).map(ageBand)),
  },
  {
    id: 'gender',
    needs: 'gender, as customers gave it, of at least a fifth of them',
    make: (survey) =>
      commonValues(survey, filledTrait(survey, 'gender'), 3).map(({ value }) => ({
        name: `Gender: ${value}`,
        text: `gender = ${quoted(value)}`,
        note: `Customers who gave their gender as ${value}. Use it for ranges that are made for one gender; leave prices and offers the same for all.`,
      })),
  },
  { id: 'income', needs: 'income of at least a fifth of the customers', make: incomes },
  {
    id: 'household',
    needs: 'number of children, household size or marital status of at least a fifth of the customers',
    make: households,
  },
  {
    id: 'birthday soon',
    needs: 'birthday of at least a fifth of the customers',
    make: (survey) =>
      filledTrait(survey, 'birthday')?.type === 'date'
        ? [
            {
              name: 'Birthday in two weeks',
              text: 'birthday in next 14 days',
              note: 'A birthday is a welcome reason to write. Send a greeting with a small gift a few days ahead.',
            },
          ]
        : [],
  },
];

function ageBand({ from, to }: AgeBand): Draft {
  return {
    name: to === null ? `Aged ${from} and over` : `Aged ${from} to ${to}`,
    text: to === null ? `age >= ${from}` : `age between ${from} and ${to}`,
    note: 'Age changes what people need and how they like to be spoken to. Compare what this group buys with the others before you write for it.',
  };
}

function incomes(survey: Survey): readonly Draft[] {
  const trait = filledTrait(survey, 'income');
  if (trait?.quantiles === undefined) return [];
  const [low, , high] = trait.quantiles.map(Math.round);
  if (low === undefined || high === undefined || low >= high) return [];
  return [
    {
      name: 'Higher incomes',
      text: `income >= ${high}`,
      note: 'The fifth with the highest income. Show premium lines and bundles first; price matters less here than time and quality.',
    },
    { name: 'Lower incomes', text: `income <= ${low}`, note: 'The fifth with the lowest income. Show good value and small sizes first.' },
  ];
}

function households(survey: Survey): readonly Draft[] {
  const children = ['children', 'kidhome', 'kids', 'number_of_children'].map((name) => filledTrait(survey, name)).find((trait) => trait?.type === 'number');
  const size = filledTrait(survey, 'household_size');
  const marital = filledTrait(survey, 'marital_status') ?? filledTrait(survey, 'marital');
  return [
    ...(children === undefined
      ? []
      : [
          {
            name: 'Families with children',
            text: `${children.name} >= 1`,
            note: 'Households with children buy for more people and around school terms. Offer larger packs.',
          },
        ]),
    ...(size?.type === 'number'
      ? [{ name: 'Large households', text: 'household_size >= 4', note: 'Four or more at home: larger packs and standing orders suit them.' }]
      : []),
    ...commonValues(survey, marital, 2).map(({ value }) => ({
      name: `Household: ${value}`,
      text: `${marital?.name ?? 'marital_status'} = ${quoted(value)}`,
      note: 'Who shares the household shapes what is bought for it. Check whether this group buys differently before you write for it.',
    })),
  ];
}
