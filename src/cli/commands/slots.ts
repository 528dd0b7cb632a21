import type { Command } from 'commander';
import { common, type CommonOptions } from '../common.ts';
import { addSlotApply } from './slots/apply.ts';
import { addSlotChanges } from './slots/change.ts';
import { addSlotExport } from './slots/export.ts';
import { addSlotList, listSlotsAction } from './slots/list.ts';
import { addSlotShow } from './slots/show.ts';

export function addSlots(program: Command): void {
  const command = program
    .command('slots')
    .description('List, show, publish and exchange slots: places on a site whose content depends on who is there. Alone it lists them.');
  common(command, 'clientele slots\n  clientele slots apply slots.yaml --dry-run').action((options: CommonOptions) => listSlotsAction(options));
  for (const add of [addSlotList, addSlotShow, addSlotChanges, addSlotExport, addSlotApply]) add(command);
}
