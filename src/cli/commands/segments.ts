import type { Command } from 'commander';
import { addApply } from './segments/apply.ts';
import { addCreate } from './segments/create.ts';
import { addDelete } from './segments/delete.ts';
import { addEdit } from './segments/edit.ts';
import { addExport } from './segments/export.ts';
import { addHistory } from './segments/history.ts';
import { addList, listAction } from './segments/list.ts';
import { addMembers } from './segments/members.ts';
import { addOverlap } from './segments/overlap.ts';
import { addScorecard } from './segments/scorecard.ts';
import { addShow } from './segments/show.ts';
import { common, type CommonOptions } from '../common.ts';

export function addSegments(program: Command): void {
  const command = program
    .command('segments')
    .description('List, show, make and measure segments. Alone it lists them.')
    .option('--folder <name>', 'only this folder');
  common(command, 'clientele segments\n  clientele segments create "Slipping regulars" \'orders >= 3 and days since last order > 60\'').action(
    (options: CommonOptions & { readonly folder?: string }) => listAction(options),
  );
  for (const add of [addList, addShow, addMembers, addCreate, addEdit, addDelete, addHistory, addExport, addApply, addScorecard, addOverlap]) add(command);
}
