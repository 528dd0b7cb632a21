import { z } from 'zod';
import type { Policy } from '../../access/index.ts';

// What many routes take, and who may call the most of them.

export const asOf = z.string().max(40).optional().meta({ description: 'A date, an instant, or `latest`; now where nothing is said' });
/** How a file for a spreadsheet writes numbers. */
export const decimal = z
  .enum(['point', 'comma'])
  .default('point')
  .meta({ description: 'With `safe`: `comma` for spreadsheets that write 2,50 and set cells apart by semicolons' });
export const named = z.string().trim().min(1).max(200);
/** A definition in the segment language. */
export const definition = z.string().max(20_000);

export const reader: Policy = { role: 'viewer', scope: 'read' };
export const editor: Policy = { role: 'editor', scope: 'write' };
/** What is changed is free text about people. */
export const personalEditor: Policy = { role: 'editor', scope: 'write', personalData: 'required' };
/** Whole lists leave the house only with those who may change things. */
export const exporter: Policy = { role: 'editor', scope: 'export' };
export const importer: Policy = { role: 'editor', scope: 'import' };
export const administrator: Policy = { role: 'owner', scope: 'admin' };
/** What is about names and contacts and can not be masked. */
export const personalReader: Policy = { role: 'viewer', scope: 'read', personalData: 'required' };
