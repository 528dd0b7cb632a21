import { ClienteleError, defaultWorkspace, isTimeZone, type Weekday, type Workspace } from '../core/index.ts';
import { type Control, readSetting, writeSetting } from '../control/index.ts';

/** What `clientele init` takes, as typed. */
export type WorkspaceOptions = {
  readonly name?: string;
  readonly currency?: string;
  readonly timezone?: string;
  readonly country?: string;
  readonly weekStart?: string;
  readonly refundedOrders?: string;
  readonly present?: string;
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Checks each setting against what the runtime knows and names the one that is wrong. */
export function workspaceFrom(options: WorkspaceOptions, base: Workspace = defaultWorkspace): Workspace {
  return {
    name: options.name ?? base.name,
    currency: options.currency === undefined ? base.currency : currencyOf(options.currency),
    zone: options.timezone === undefined ? base.zone : zoneOf(options.timezone),
    country: options.country === undefined ? base.country : countryOf(options.country),
    weekStart: options.weekStart === undefined ? base.weekStart : weekStartOf(options.weekStart),
    refundedOrders: options.refundedOrders === undefined ? base.refundedOrders : refundedOf(options.refundedOrders),
    present: options.present === undefined ? base.present : presentOf(options.present),
  };
}

export async function readWorkspace(control: Control): Promise<Workspace> {
  const stored = (await readSetting(control, 'workspace')) as Partial<Workspace> | undefined;
  return { ...defaultWorkspace, ...stored };
}

export const writeWorkspace = (control: Control, workspace: Workspace): Promise<void> => writeSetting(control, 'workspace', workspace);

function currencyOf(value: string): string {
  const code = value.trim().toUpperCase();
  if (Intl.supportedValuesOf('currency').includes(code)) return code;
  throw new ClienteleError('setting.invalid', { name: 'currency', value, expected: 'Give an ISO 4217 code such as GBP, EUR or USD.' });
}

function zoneOf(value: string): string {
  if (isTimeZone(value)) return value;
  throw new ClienteleError('setting.invalid', { name: 'timezone', value, expected: 'Give a time zone such as Europe/London or America/New_York.' });
}

function countryOf(value: string): string {
  const code = value.trim().toUpperCase();
  const name = /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) : undefined;
  const known = name !== undefined && name !== 'Unknown Region';
  if (known) return code;
  throw new ClienteleError('setting.invalid', { name: 'country', value, expected: 'Give an ISO 3166 code of two letters such as GB, DE or US.' });
}

function weekStartOf(value: string): Weekday {
  const index = weekdays.indexOf(value.trim().toLowerCase() as (typeof weekdays)[number]);
  if (index >= 0) return (index + 1) as Weekday;
  throw new ClienteleError('setting.invalid', { name: 'week start', value, expected: `Give one of ${weekdays.join(', ')}.` });
}

function refundedOf(value: string): 'count' | 'ignore' {
  if (value === 'count' || value === 'ignore') return value;
  throw new ClienteleError('setting.invalid', { name: 'refunded orders', value, expected: 'Give count or ignore.' });
}

function presentOf(value: string): 'now' | 'latest' {
  if (value === 'now' || value === 'latest') return value;
  throw new ClienteleError('setting.invalid', { name: 'present', value, expected: 'Give now, or latest for the day after the newest fact.' });
}
