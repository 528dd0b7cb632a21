import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepAsking } from './keep-asking.ts';
import { type Measurement, measurement } from './measurement.ts';
import { runClientele, succeed } from './run-process.ts';
import { type Served, serveFolder } from './served.ts';
import type { BenchSettings } from './settings.ts';

type Job = {
  readonly id: string;
  readonly status: string;
  readonly result: { readonly reports: readonly { readonly rows: number; readonly rejected: number }[] } | null;
};

/** What a page asks for all the time. */
const light = ['/session', '/segments'] as const;

/** Online Retail as a browser brings it: uploaded, imported as a job and evaluated, while somebody else keeps asking for light things. */
export async function measureImportThroughPage({ folder, datasets }: BenchSettings): Promise<readonly Measurement[]> {
  if (datasets === undefined) {
    process.stderr.write('import-through-page: not run, the file is absent (UCI Machine Learning Repository, dataset 352)\n');
    return [];
  }
  const file = join(datasets, 'online-retail/online_retail.csv.gz');
  const [command, page] = [join(folder, 'page-command'), join(folder, 'page-served')];
  for (const data of [command, page]) {
    rmSync(data, { recursive: true, force: true });
    await succeed(runClientele('init', '--data', data, '--present', 'latest'));
  }
  const byCommand = await succeed(runClientele('import', file, '--json', '--data', command));
  const served = await serveFolder(page);
  try {
    const stopAsking = keepAsking({ url: served.url, cookie: served.cookie, paths: light, pauseMilliseconds: 40 });
    const began = performance.now();
    const job = await importThrough(served, file);
    const seconds = (performance.now() - began) / 1000;
    const waits = await stopAsking();
    const [report] = job.result?.reports ?? [];
    if (job.status !== 'done' || report === undefined) throw new Error(`the import ended as ${job.status}`);
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
    return [
      measurement({
        name: 'import-through-page',
        what: 'the same 541,909 lines uploaded and imported over HTTP, until segments are evaluated',
        value: seconds,
        unit: 's',
        baseline: { what: 'clientele import of the same file, whole process', value: byCommand.seconds },
        peakMegabytes: served.peakMegabytes(),
        limits: { ratioAtMost: 1.5 },
        details: { rows: report.rows, rejected: report.rejected },
      }),
      measurement({
        name: 'light-requests-meanwhile',
        what: `p99 of ${waits.length} light requests while that import runs`,
        value: at(0.99),
        unit: 'ms',
        limits: { atMost: 100 },
        details: { median: Math.round(at(0.5) * 10) / 10, most: Math.round(at(1)) },
      }),
    ];
  } finally {
    await served.stop();
    for (const data of [command, page]) rmSync(data, { recursive: true, force: true });
  }
}

async function importThrough(served: Served, file: string): Promise<Job> {
  const { id: upload } = (await served.upload('/uploads?name=online_retail.csv.gz', file)) as { readonly id: string };
  const { id } = (await served.post('/imports', { files: [{ upload }] })) as Job;
  for (;;) {
    const job = (await served.get(`/jobs/${id}`)) as Job;
    if (job.status !== 'queued' && job.status !== 'running') return job;
    await pause(100);
  }
}
