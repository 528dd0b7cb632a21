import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realEffects } from './effects.ts';
import { importAll } from './import-all.ts';
import { nothingSaid } from './nothing-said.ts';
import { openApp } from './open.ts';

test('what is said of a column is for the files that have it; of a column that none has it says where it was looked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-columns-'));
  const file = async (name: string, rows: readonly string[]): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, [...rows, ''].join('\n'));
    return path;
  };
  const people = await file('kunden.csv', [
    'Kundennummer;Vorname;Nachname;E-Mail;Ort',
    'K1;Ana;Ruiz;ana.ruiz@example.org;Leipzig',
    'K2;Bo;Lind;bo.lind@example.org;Ulm',
  ]);
  const visits = await file('visitas.csv', [
    'Correo electrónico,Acción,Fecha',
    ...Array.from({ length: 20 }, (_, index) => `${index % 2 === 0 ? 'ana.ruiz' : 'bo.lind'}@example.org,visita,2026-10-10 16:47:${index + 10}`),
  ]);
  const app = await openApp(
    join(folder, 'data'),
    realEffects(() => undefined),
    { create: {} },
  );
  const bring = async (inputs: readonly string[], map: Readonly<Record<string, string>>) => {
    const { reports } = await importAll(app, { ...nothingSaid, inputs, map, dryRun: true });
    return reports.map(({ file: name, kind, accepted }) => [name, kind, accepted]);
  };
  try {
    expect(await bring([people, visits], { Acción: 'event' })).toEqual([
      ['kunden.csv', 'customers', 2],
      ['visitas.csv', 'events', 20],
    ]);
    await expect(bring([people, visits], { Accion: 'event' })).rejects.toThrow(
      'none of kunden.csv, visitas.csv has a column "Accion". Did you mean "Acción" (visitas.csv)?',
    );
    await expect(bring([people], { Acción: 'event' })).rejects.toThrow(
      'kunden.csv has no column "Acción"; it has Kundennummer, Vorname, Nachname, E-Mail, Ort.',
    );
    // So is a value for every row for the files whose records have such a field.
    const orders = await file('orders.csv', ['order_id,customer_id,total', '1,K1,10', '2,K1,20', '3,K2,30']);
    expect(await bring([people, orders], { "'2026-01-31'": 'ordered_at' })).toEqual([
      ['kunden.csv', 'customers', 2],
      ['orders.csv', 'orders', 3],
    ]);
    await expect(bring([people, visits], { "'2026-01-31'": 'ordered_at' })).rejects.toThrow();
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
