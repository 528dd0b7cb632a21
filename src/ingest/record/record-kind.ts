import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { recordCustomers } from './customers.ts';
import { recordOrders } from './orders.ts';
import type { Recorded } from './recorded.ts';

/** Checked rows → facts, by kind of record. */
export function recordKind(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  switch (job.mapping.kind) {
    case 'orders':
      return recordOrders(job, identity, checked);
    case 'customers':
      return recordCustomers(job, identity, checked);
    case 'items':
    case 'products':
    case 'events':
    case 'messages':
    case 'feedback':
      return recordOrders(job, identity, checked);
  }
}
