import type { Preset } from './preset.ts';

export const zendeskTickets: Preset = {
  id: 'zendesk-tickets',
  title: 'Zendesk tickets',
  kind: 'feedback',
  source: 'zendesk',
  signature: ['Id', 'Requester', ['Requester id', 'Requester email'], 'Subject', 'Status', 'Priority', 'Created at'],
  fields: {
    feedback_id: 'Id',
    customer_id: 'Requester external id',
    'id:zendesk': 'Requester id',
    email: 'Requester email',
    subject: 'Subject',
    text: 'Description',
    status: 'Status',
    occurred_at: 'Created at',
    channel: 'Via',
    category: 'Ticket type',
  },
  ignore: ['Summation column', 'Req. External *', 'Submitter', 'Assignee id', 'Group'],
  options: { feedbackKind: 'ticket' },
};
