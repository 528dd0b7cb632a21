import { likelyToRecommend } from './likely-to-recommend.ts';
import type { Preset } from './preset.ts';

/** Every other column is a question. */
export const googleForms: Preset = {
  id: 'google-forms',
  title: 'Google Forms responses',
  kind: 'feedback',
  source: 'google-forms',
  signature: ['Timestamp', ['Email Address', 'Username', 'Email address']],
  without: ['event', 'Event', 'event_name', 'Status', 'Amount', 'Total', 'Order ID'],
  fields: { occurred_at: 'Timestamp', email: ['Email Address', 'Email address', 'Username'] },
  worded: { rating: likelyToRecommend },
  options: { feedbackKind: 'survey', instantFormat: '%Y/%m/%d %I:%M:%S %p GMT%z' },
};
