import { didEvent } from './event-names.ts';
import { enough } from './survey.ts';
import type { Template } from './template.ts';

/** How much they listen. */
export const engagement: readonly Template[] = [
  {
    id: 'e-mail readers',
    needs: 'e-mail events Email Opened or Email Link Clicked',
    make: (survey) =>
      didEvent(survey, 'Email Opened') < enough(survey)
        ? []
        : [
            {
              name: 'Reads your e-mails',
              text: 'count("Email Opened" in last 90 days) >= 3 or count("Email Link Clicked" in last 90 days) >= 1',
              note: 'They want to hear from you. Try new ideas here first; a share of opens is machines, so trust clicks more.',
            },
          ],
  },
  {
    id: 'e-mail sleepers',
    needs: 'e-mail events Email Delivered and Email Opened',
    make: (survey) =>
      didEvent(survey, 'Email Delivered') < enough(survey) || didEvent(survey, 'Email Opened') === 0
        ? []
        : [
            {
              name: 'Stopped reading',
              text: 'count("Email Delivered" in last 90 days) >= 5 and count("Email Opened" in last 90 days) = 0',
              note: 'Five or more e-mails and none opened. Write less often, or ask whether they still want them: it protects your reputation as a sender.',
            },
          ],
  },
  {
    id: 'engagement levels',
    needs: 'web or e-mail events',
    make: (survey) =>
      (survey.traits.get('engagement_level')?.values ?? []).some(({ value, customers }) => value === 'high' && customers >= enough(survey))
        ? [
            {
              name: 'Highly engaged',
              text: 'engagement_level = "high"',
              note: 'Visit, open and click more than others. Invite them to reviews, previews and surveys.',
            },
          ]
        : [],
  },
  {
    id: 'promoters',
    needs: 'survey answers of 0 to 10',
    make: (survey) => [
      ...(survey.feedback.promoters >= enough(survey)
        ? [{ name: 'Promoters', text: 'avg(surveys.rating) >= 9', note: 'They would recommend you (9 or 10 of 10). Give them something to pass on.' }]
        : []),
      ...(survey.feedback.detractors >= Math.min(5, enough(survey))
        ? [
            {
              name: 'Detractors',
              text: 'avg(surveys.rating) <= 6',
              note: 'They would not recommend you (0 to 6 of 10). Ask why, and mend it, before you sell.',
            },
          ]
        : []),
    ],
  },
  {
    id: 'reviewers',
    needs: 'reviews with ratings',
    make: (survey) => [
      ...(survey.feedback.highRaters >= enough(survey)
        ? [{ name: 'Happy reviewers', text: 'average_rating >= 4', note: 'They said good things. Ask them to tell others, and thank them by name.' }]
        : []),
      ...(survey.feedback.lowRaters >= Math.min(5, enough(survey))
        ? [
            {
              name: 'Unhappy reviewers',
              text: 'average_rating <= 2',
              note: 'They took the time to say what was wrong. Answer in person before you send anything else.',
            },
          ]
        : []),
    ],
  },
];
