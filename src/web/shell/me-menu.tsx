import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCalendarTime, IconCheck, IconDeviceLaptop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/session.ts';
import { usePerson } from '../components/use-workspace.ts';
import styles from './me-menu.module.css';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceLaptop],
] as const satisfies readonly (readonly [MantineColorScheme, unknown])[];

export function MeMenu({ onDay }: { readonly onDay: () => void }) {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const person = usePerson();
  const queryClient = useQueryClient();
  const router = useRouter();
  const leave = async () => {
    await signOut(queryClient);
    await router.invalidate();
  };
  if (person === undefined) return null;
  // What is seen is part of what is said: people who speak to their device say what they see.
  const short = initials(person.name === '' ? person.email : person.name);
  return (
    <Menu width={260}>
      <Menu.Target>
        <UnstyledButton className={styles.me} aria-label={`${short}, ${t('me.menu')}`}>
          {short}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{person.name}</strong>
          <span>{person.email}</span>
          <span>{person.personalData ? t(`me.role.${person.role}`) : `${t(`me.role.${person.role}`)} · ${t('me.masked')}`}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('me.theme')}</Menu.Label>
        {schemes.map(([scheme, Icon]) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
            rightSection={colorScheme === scheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`me.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCalendarTime size={16} stroke={1.75} aria-hidden />} onClick={onDay}>
          {t('asOf.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={() => void leave()}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** `Ana Ruiz` is AR. */
function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
