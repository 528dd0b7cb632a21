import { usePerson } from '../../components/use-workspace.ts';

/** Viewers look and try; editors and owners keep and publish. */
export function useMayEdit(): boolean {
  const person = usePerson();
  return person !== undefined && person.role !== 'viewer';
}
