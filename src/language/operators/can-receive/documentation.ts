import type { Documentation } from '../../documentation.ts';

export const canReceiveDocumentation: Documentation = {
  title: 'Consent',
  forms: [
    {
      form: 'can receive CHANNEL for PURPOSE',
      meaning: 'The customer has a usable address for the channel and consent for the purpose stands. Channels: email, sms, phone, post, push, whatsapp, web.',
      example: 'can receive email for marketing',
    },
    {
      form: 'can receive web for personalisation',
      meaning: 'The customer agreed to be shown what is made for them on the site: the trait `accepts_personalisation`. No address is needed.',
      example: 'can receive web for personalisation',
    },
  ],
};
