import type { Documentation } from '../../documentation.ts';

export const canReceiveDocumentation: Documentation = {
  title: 'Consent',
  forms: [
    {
      form: 'can receive CHANNEL for PURPOSE',
      meaning: 'The customer has a usable address for the channel and consent for the purpose stands. Channels: email, sms, phone, post, push, whatsapp.',
      example: 'can receive email for marketing',
    },
  ],
};
