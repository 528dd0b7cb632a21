/**
 * Mailing tools, and what their import calls its columns, so that nothing has to be matched by hand. Only what a mailing needs: address, names, and the segment where
 * the tool keeps tags. Sources: the sample files and field lists of the tools' own help pages on importing contacts.
 */
export const mailingTools = {
  mailchimp: { title: 'Mailchimp', columns: { email: 'Email Address', first_name: 'First Name', last_name: 'Last Name', segment: 'Tags' } },
  klaviyo: { title: 'Klaviyo', columns: { email: 'Email', first_name: 'First Name', last_name: 'Last Name' } },
  brevo: { title: 'Brevo', columns: { email: 'EMAIL', first_name: 'FIRSTNAME', last_name: 'LASTNAME' } },
  hubspot: { title: 'HubSpot', columns: { email: 'Email', first_name: 'First Name', last_name: 'Last Name' } },
} as const satisfies Record<
  string,
  { readonly title: string; readonly columns: Readonly<Partial<Record<'email' | 'first_name' | 'last_name' | 'segment', string>>> }
>;

export type MailingTool = keyof typeof mailingTools;

export const mailingToolNames = Object.keys(mailingTools) as readonly MailingTool[] as readonly [MailingTool, ...MailingTool[]];
