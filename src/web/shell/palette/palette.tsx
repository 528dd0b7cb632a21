import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useMantineColorScheme } from '@mantine/core';
import { IconArrowRight, IconCalendarTime, IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinations } from '../destinations.ts';
import { FoundThings } from './found-things.tsx';
import { useFurtherPages } from './further-pages.ts';
import styles from './palette.module.css';

const [store, spotlight] = createSpotlight();

type Props = { readonly onClose: () => void; readonly onShortcuts: () => void; readonly onDay: () => void };

/** Search and commands in one box: pages, actions, customers and segments. Fetched when first opened. */
export function Palette({ onClose, onShortcuts, onDay }: Props) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const destinations = useDestinations();
  const further = useFurtherPages();
  const [query, setQuery] = useState('');
  useEffect(() => spotlight.open(), []);

  const matches = (label: string) => label.toLowerCase().includes(query.trim().toLowerCase());
  const iconOf = new Map(destinations.map(({ page, icon }) => [page, icon]));
  // Pages within a part are many: they are shown to whoever has begun to write.
  const within = query.trim() === '' ? [] : further.filter(({ to }) => destinations.every((each) => each.to !== to));
  const pages = [
    ...destinations.map(({ to, page, icon }) => ({ to, icon, label: t(`pages.${page}`) })),
    ...within.map(({ to, page, label }) => ({ to, icon: iconOf.get(page) ?? IconArrowRight, label })),
  ].filter(({ label }) => matches(label));
  const actions = [
    { label: t('palette.light'), icon: IconSun, run: () => setColorScheme('light') },
    { label: t('palette.dark'), icon: IconMoon, run: () => setColorScheme('dark') },
    { label: t('asOf.title'), icon: IconCalendarTime, run: onDay },
    { label: t('shortcuts.title'), icon: IconKeyboard, run: onShortcuts },
  ].filter(({ label }) => matches(label));

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      centered={false}
      yOffset="12dvh"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      classNames={{ actionsGroup: styles.group ?? '', search: styles.search ?? '', actionLabel: styles.label ?? '', header: styles.spoken ?? '' }}
      scrollable
      maxHeight={420}
      title={t('searchHint')}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        aria-label={t('palette.placeholder')}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') openFirst(currentTarget.closest('[role="dialog"]'));
        }}
      />
      <Spotlight.ActionsList>
        <FoundThings query={query.trim()} />
        {pages.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('palette.pages')}>
            {pages.map(({ to, label, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
                label={label}
                onClick={() => void router.navigate({ to })}
                rightSection={<IconArrowRight size={14} aria-hidden />}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {actions.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            {actions.map(({ label, icon: Icon, run }) => (
              <Spotlight.Action key={label} leftSection={<Icon size={18} stroke={1.75} aria-hidden />} label={label} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
  /** What the server found came after the last letter, so that nothing is chosen yet: the first is meant. */
  function openFirst(box: Element | null): void {
    if (box?.querySelector('[data-selected]') === null) box.querySelector<HTMLElement>('[data-action]')?.click();
  }
}
