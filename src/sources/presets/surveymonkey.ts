import { likelyToRecommend } from './likely-to-recommend.ts';
import type { Preset } from './preset.ts';

/** A second row of headings names the answers' options; it has no respondent. Answers may hold line breaks. */
export const surveymonkeyResponses: Preset = {
  id: 'surveymonkey',
  title: 'SurveyMonkey responses',
  kind: 'feedback',
  source: 'surveymonkey',
  signature: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
  fields: {
    feedback_id: 'Respondent ID',
    email: 'Email Address',
    customer_id: 'Custom Data 1',
    occurred_at: ['End Date', 'Start Date'],
  },
  worded: { rating: likelyToRecommend },
  ignore: ['Collector ID', 'IP Address', 'Start Date'],
  skipRowsWithout: ['Respondent ID'],
  options: { feedbackKind: 'survey' },
};
