import { dateOf, dateTimeOf } from './clock.ts';
import { type Cell, csv } from './csv.ts';
import type { Identity } from './identities.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';

const header = [
  'Customer ID',
  'First Name',
  'Last Name',
  'Email',
  'Phone',
  'Company',
  'Industry',
  'Company Size',
  'City',
  'Postcode',
  'Country',
  'Birthday',
  'Gender',
  'Language',
  'Accepts Email Marketing',
  'Tags',
  'Interests',
  'Created At',
  'Acquisition Channel',
] as const;

/** The customer list with the carelessness of a real one. One row says nothing about whom it means and must be rejected; one stands there twice. */
export function customerFile(identities: readonly Identity[], random: Random): { readonly text: string; readonly rejectedLine: number; readonly rows: number } {
  const rows = identities.map((identity) => row(identity, random));
  const repeated = rows[Math.floor(rows.length / 3)] ?? [];
  const nobody = header.map((name): Cell => (name === 'First Name' ? 'Till' : name === 'Last Name' ? 'Test' : name === 'Country' ? 'GB' : ''));
  const at = Math.floor(rows.length / 2);
  const all = [...rows.slice(0, at), nobody, ...rows.slice(at), repeated];
  return { text: csv(header, all), rejectedLine: at + 2, rows: all.length };
}

function row({ person, customerId, email }: Identity, random: Random): readonly Cell[] {
  const loud = random.chance(0.03);
  return [
    customerId,
    random.chance(0.02) ? '' : person.firstName,
    loud ? person.lastName.toUpperCase() : person.lastName,
    loud ? email.toUpperCase() : email,
    phone(person, random),
    person.company,
    person.industry,
    person.companySize,
    random.chance(0.04) ? '' : person.place.city,
    random.chance(0.03) ? '' : person.postcode,
    person.place.country === 'GB'
      ? random.weighted([
          ['GB', 40],
          ['United Kingdom', 6],
          ['UK', 2],
          ['', 1],
        ] as const)
      : person.place.country,
    person.birthday === undefined ? '' : dateOf(person.birthday),
    random.chance(0.4) ? '' : person.gender,
    random.weighted([
      [languages.get(person.place.country) ?? 'en', 9],
      ['', 1],
    ] as const),
    person.acceptsEmail ? 'yes' : 'no',
    person.tags.join(', '),
    person.interests.join(', '),
    dateTimeOf(person.signedUp),
    person.channel,
  ];
}
const languages = new Map([
  ['FR', 'fr'],
  ['DE', 'de'],
  ['NL', 'nl'],
]);

function phone(person: Person, random: Random): string {
  if (person.phone === '' || random.chance(0.6)) return person.phone;
  return random.chance(0.5) ? `+44 ${person.phone.slice(1)}` : person.phone.replaceAll(' ', '');
}
