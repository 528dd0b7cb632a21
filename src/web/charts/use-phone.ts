import { useMediaQuery } from '@mantine/hooks';

/** Whether charts stand in a column as narrow as a phone's, where names have to give way to what is drawn. */
export const usePhone = (): boolean => useMediaQuery('(max-width: 479px)', false, { getInitialValueInEffect: false });
