import { isSpecialCategory } from '../../core/index.ts';
import { commonValues, enough, filledTrait, type Survey } from './survey.ts';
import { type Draft, quoted, type Template } from './template.ts';

/** What they care about: what they said in surveys, the interests they gave, and groups the shop itself keeps. */
export const needs: readonly Template[] = [
  {
    id: 'survey answers',
    needs: 'answers to survey questions with a few possible answers',
    make: (survey) =>
      survey.feedback.answers
        .filter((each) => each.customers >= Math.min(enough(survey), 20))
        .slice(0, 6)
        .map(({ question, value }) => ({
          name: `Said: ${value}`,
          text: `count(surveys where ${quoted(question)} = ${quoted(value)}) >= 1`,
          note: `Answered "${value}" to ${question.replaceAll('_', ' ')}. What people say they want is the best first line of a message to them.`,
        })),
  },
  {
    id: 'interests',
    needs: 'interests or tags of at least one customer in twenty',
    make: (survey) => [...listed(survey, 'interests', 'Interested in', 4), ...listed(survey, 'tags', 'Tagged', 3)],
  },
  {
    id: 'groups of your own',
    needs:
      'further columns with two to eight different values, filled for at least half of the customers; never race, religion, health or another special category of personal data',
    make: own,
  },
];

function listed(survey: Survey, name: string, verb: string, limit: number): readonly Draft[] {
  const trait = filledTrait(survey, name, 0.05);
  return commonValues(survey, trait, limit).map(({ value }) => ({
    name: `${verb} ${value}`,
    text: trait?.type === 'list' ? `${name} contains any of (${quoted(value)})` : `${name} contains ${quoted(value)}`,
    note: `Marked with "${value}". Speak to that, and check in the scorecard whether the group buys differently at all.`,
  }));
}

const known = new Set(
  'name first_name last_name address postcode city region country gender language locale company industry company_size job_title interests tags channel lifecycle value_tier engagement_level urban_rural urbanity climate_zone climate marital_status marital accepts_email accepts_sms email phone customer_id currency source'.split(
    ' ',
  ),
);

function own(survey: Survey): readonly Draft[] {
  const groups = [...survey.traits.values()].filter(
    (trait) =>
      trait.type === 'text' &&
      !known.has(trait.name) &&
      !isSpecialCategory(trait.name) &&
      !/^(favourite|rfm|predicted|cluster)[_.]/.test(trait.name) &&
      trait.filled >= 0.5 &&
      trait.distinct >= 2 &&
      trait.distinct <= 8,
  );
  return groups.slice(0, 5).flatMap((trait) =>
    commonValues(survey, trait, trait.distinct <= 3 ? 3 : 2).map(({ value }) => ({
      name: `${trait.label.charAt(0).toUpperCase()}${trait.label.slice(1)}: ${value}`,
      text: `${quoted(trait.name)} = ${quoted(value)}`,
      note: `A group that your own data names. The scorecard says whether it buys differently.`,
    })),
  );
}
