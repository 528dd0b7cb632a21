import type act from './en/act.json';
import type common from './en/common.json';
import type customer from './en/customer.json';
import type customers from './en/customers.json';
import type data from './en/data.json';
import type glossary from './en/glossary.json';
import type help from './en/help.json';
import type home from './en/home.json';
import type insights from './en/insights.json';
import type imports from './en/imports.json';
import type predict from './en/predict.json';
import type segment from './en/segment.json';
import type segmentsBuilder from './en/segments-builder.json';
import type segmentsGallery from './en/segments-gallery.json';
import type segmentsList from './en/segments-list.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type signIn from './en/sign-in.json';
import type sources from './en/sources.json';
import type start from './en/start.json';

/** One line for each file of `en/`: its keys are checked where they are used. */
export type Catalogue = {
  readonly act: typeof act;
  readonly common: typeof common;
  readonly customer: typeof customer;
  readonly customers: typeof customers;
  readonly data: typeof data;
  readonly glossary: typeof glossary;
  readonly help: typeof help;
  readonly home: typeof home;
  readonly insights: typeof insights;
  readonly imports: typeof imports;
  readonly predict: typeof predict;
  readonly segment: typeof segment;
  readonly 'segments-builder': typeof segmentsBuilder;
  readonly 'segments-gallery': typeof segmentsGallery;
  readonly 'segments-list': typeof segmentsList;
  readonly settings: typeof settings;
  readonly shell: typeof shell;
  readonly 'sign-in': typeof signIn;
  readonly sources: typeof sources;
  readonly start: typeof start;
};

export type TextsOf = keyof Catalogue;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogue;
    returnNull: false;
  }
}
