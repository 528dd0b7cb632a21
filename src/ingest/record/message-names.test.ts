import { expect, test } from 'vitest';
import { actionWords, messageEventOf } from '../../contract/index.ts';
import { sql } from '../../sql/index.ts';
import { mappingOf, plainIdentity, runOf, stage, testContext } from '../fixtures.ts';
import { importWith } from '../import-staged.ts';

const fields = { Email: 'email', Action: 'event', Time: 'occurred_at' };

/** As the tools of each country write it, one of each kind: sent, delivered, opened, clicked, bounced, complaint, unsubscribed. */
const written = [
  ['Gesendet', 'Zugestellt', 'Geöffnet', 'Link geklickt', 'Unzustellbar', 'Spam-Beschwerde', 'Abgemeldet'],
  ['Envoyé', 'Délivré', 'Ouvert', 'Cliqué', 'Rejeté', 'Plainte', 'Désabonné'],
  ['enviado', 'entregado', 'Correo abierto', 'clic', 'rebotado', 'queja de spam', 'dado de baja'],
  ['Inviata', 'Consegnata', 'Aperta', 'Cliccata', 'Respinta', 'Segnalato come spam', 'Disiscritto'],
  ['Verzonden', 'Afgeleverd', 'Geopend', 'Geklikt', 'Geweigerd', 'Klacht', 'Uitgeschreven'],
  ['Enviado', 'Entregue', 'Aberto', 'Clicou', 'Devolvido', 'Reclamação', 'Descadastrado'],
] as const;
const events = ['Email Sent', 'Email Delivered', 'Email Opened', 'Email Link Clicked', 'Email Bounced', 'Email Marked as Spam', 'Unsubscribed'];

async function bring(actions: readonly string[]) {
  const context = await testContext();
  const rows = actions.map((action, index) => ['a@example.org', action, `2026-01-02 10:00:${String(index % 60).padStart(2, '0')}`]);
  const { warnings } = await importWith(
    plainIdentity,
    context,
    await stage(context.warehouse, Object.keys(fields), rows),
    mappingOf('messages', fields),
    runOf(1),
  );
  return {
    warnings,
    names: await context.warehouse.rows<{ name: string; n: number }>(sql`select name, count(*) as n from events group by 1 order by 2 desc, 1`),
  };
}

test.each(written)('actions of mail tools in other languages have the names of the tracking API: %s, %s', async (...words) => {
  expect(words.map(messageEventOf)).toEqual(events);
  const { names, warnings } = await bring(words);
  expect(names.map(({ name }) => name).toSorted()).toEqual(events.toSorted());
  expect(warnings.filter((text) => text.includes('not known'))).toEqual([]);
});

test('a word means one thing, and the warehouse reads it as everywhere else', async () => {
  const all = Object.values(actionWords).flat();
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  expect(all.filter((word) => messageEventOf(word) === undefined)).toEqual([]);
  const { names } = await bring(all);
  expect(Object.fromEntries(names.map(({ name, n }) => [name, n]))).toEqual(
    Object.fromEntries(Object.entries(actionWords).map(([name, words]) => [name, words.length])),
  );
});

test('actions that are not known are told with how often they stand and what to do', async () => {
  const { warnings, names } = await bring(['abierto', 'reenviado', 'reenviado', 'impreso']);
  expect(names).toContainEqual({ name: 'reenviado', n: 2 });
  expect(warnings).toContainEqual(
    '2 actions are not known as what becomes of a message: "reenviado" (2 rows), "impreso" (1 row). Kept under the name they have, these rows count as no e-mail sent, delivered, opened or clicked, nor as a bounce or an unsubscription. Where that is wrong, write sent, delivered, opened, clicked, bounced, complained or unsubscribed for them in the file, take this import back and import it again; where it is right, ask for them by name, such as count("reenviado") >= 1.',
  );
});
