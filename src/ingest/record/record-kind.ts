import type { Checked } from '../check/check-rows.ts';
import type { Identity, Job } from '../context.ts';
import { recordCustomers } from './customers.ts';
import { recordEvents } from './events.ts';
import { recordFeedback } from './feedback.ts';
import { recordItems } from './items.ts';
import { recordOrders } from './orders.ts';
import { recordProducts } from './products.ts';
import type { Recorded } from './recorded.ts';

/** Checked rows → facts, by kind of record. */
export function recordKind(job: Job, identity: Identity, checked: Checked): Promise<Recorded> {
  switch (job.mapping.kind) {
    case 'orders':
      return recordOrders(job, identity, checked);
    case 'customers':
      return recordCustomers(job, identity, checked);
    case 'items':
      return recordItems(job, checked);
    case 'products':
      return recordProducts(job, checked);
    case 'events':
    case 'messages':
      return recordEvents(job, identity, checked);
    case 'feedback':
      return recordFeedback(job, identity, checked);
  }
}
