import { behavioural } from './behavioural.ts';
import { business } from './business.ts';
import { consent } from './consent.ts';
import { demographic } from './demographic.ts';
import { engagement } from './engagement.ts';
import { geographic } from './geographic.ts';
import { journey } from './journey.ts';
import { language } from './language.ts';
import { lifecycle } from './lifecycle.ts';
import { needs } from './needs.ts';
import { rfm } from './rfm.ts';
import type { Folder, Template } from './template.ts';
import { value } from './value.ts';

/** Every kind of segmentation and its templates, in the order of the manual. */
export const folders: readonly { readonly folder: Folder; readonly templates: readonly Template[] }[] = [
  { folder: 'Value', templates: value },
  { folder: 'RFM', templates: rfm },
  { folder: 'Lifecycle', templates: lifecycle },
  { folder: 'Behavioural', templates: behavioural },
  { folder: 'Engagement', templates: engagement },
  { folder: 'Journey', templates: journey },
  { folder: 'Needs and interests', templates: needs },
  { folder: 'Geographic', templates: geographic },
  { folder: 'Demographic', templates: demographic },
  { folder: 'Language', templates: language },
  { folder: 'Business', templates: business },
  { folder: 'Consent', templates: consent },
];
