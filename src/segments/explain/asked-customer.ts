import type { Fragment } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** The customer that an explanation is about, and the features as of its moment. */
export type Asked = { readonly warehouse: Warehouse; readonly features: Fragment; readonly profile: number };
