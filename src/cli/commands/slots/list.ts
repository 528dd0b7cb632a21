import type { Command } from 'commander';
import { slotSummaries } from '../../../app/index.ts';
import type { SlotSummary } from '../../../contract/index.ts';
import { answer, common, type CommonOptions } from '../../common.ts';
import { localTime } from '../../render/numbers.ts';
import { renderTable } from '../../render/table.ts';

export function addSlotList(slots: Command): void {
  const command = slots.command('list').description('Every slot: whether it is live, its rules and variants.');
  common(command, 'clientele slots list').action(listSlotsAction);
}

export async function listSlotsAction(options: CommonOptions): Promise<void> {
  await answer(options, slotSummaries, (found, { zone }) =>
    found.length === 0 ? 'There are no slots. Make them on screen under Act, or with `clientele slots apply FILE`.' : render(found, zone),
  );
}

const render = (slots: readonly SlotSummary[], zone: string): string =>
  renderTable(
    [
      { title: 'slot', cell: (slot: SlotSummary) => slot.slug },
      { title: 'name', cell: (slot) => slot.name },
      { title: 'status', cell: (slot) => (slot.open === false ? `${slot.status}, out of hours` : slot.status) },
      { title: 'version', align: 'right', cell: (slot) => (slot.version === null ? '–' : String(slot.version)) },
      { title: 'rules', align: 'right', cell: (slot) => String(slot.rules) },
      { title: 'variants', cell: (slot) => slot.variants.join(', ') },
      { title: 'changed', cell: (slot) => localTime(slot.updated_at, zone) },
    ],
    slots,
  );
