import {
  IconBolt,
  IconChartDots3,
  IconDatabase,
  IconHome,
  IconSettings,
  IconTableImport,
  IconTrendingUp,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { PageTitle } from '../router/page-title.ts';

/** A part of the application: where it lies, and the letter that goes there after `g`. */
export type Destination = {
  readonly page: PageTitle;
  readonly to: string;
  readonly letter: string;
  readonly icon: Icon /** Where pages of it lie elsewhere. */;
  readonly also?: string;
};

const all: readonly Destination[] = [
  { page: 'home', to: '/', letter: 'h', icon: IconHome },
  { page: 'customers', to: '/customers', letter: 'c', icon: IconUsers },
  { page: 'segments', to: '/segments', letter: 's', icon: IconUsersGroup },
  { page: 'insights', to: '/insights', letter: 'i', icon: IconChartDots3 },
  { page: 'predict', to: '/predict', letter: 'p', icon: IconTrendingUp },
  { page: 'act', to: '/act', letter: 'a', icon: IconBolt },
  { page: 'data', to: '/data', letter: 'd', icon: IconDatabase, also: '/sources' },
  { page: 'imports', to: '/imports', letter: 'm', icon: IconTableImport },
  { page: 'settings', to: '/settings', letter: 't', icon: IconSettings },
];

/** Only what has a page: a part of the application appears in the navigation with its route. */
export function useDestinations(): readonly Destination[] {
  const known: Readonly<Record<string, unknown>> = useRouter().routesByPath;
  return all.filter(({ to }) => to in known);
}
