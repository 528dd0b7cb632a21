import type { Command } from 'commander';
import { styleText } from 'node:util';
import { doctor, type Finding } from '../../app/index.ts';
import { common, type CommonOptions, print, printJson, withApp } from '../common.ts';
import { renderTable } from '../render/table.ts';

const colours = { ok: 'green', warning: 'yellow', problem: 'red' } as const;

export function addDoctor(program: Command): void {
  const command = program.command('doctor').description('Look over machine and workspace: what is well, what is not, and what to do.');
  common(command, 'clientele doctor').action(async (options: CommonOptions) => {
    const findings = await withApp(options, doctor);
    if (options.json === true) printJson(findings);
    else print(render(findings));
    if (findings.some((finding) => finding.status === 'problem')) process.exitCode = 1;
  });
}

const render = (findings: readonly Finding[]): string =>
  renderTable(
    [
      { title: 'check', cell: (finding: Finding) => finding.check },
      { title: 'status', cell: (finding) => finding.status, style: (text, finding) => styleText(colours[finding.status], text) },
      { title: 'found', cell: (finding) => finding.detail, max: 80 },
      { title: 'what to do', cell: (finding) => finding.fix, max: 120 },
    ],
    findings,
  );
