import { TabList } from '../../components/tab-row/tab-list.tsx';
import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page/page.tsx';
import { usePerson } from '../../components/use-workspace.ts';
import { AccountPart } from './account/account-part.tsx';
import { BusinessPart } from './business/business-part.tsx';
import { KeysPart } from './keys/keys-part.tsx';
import { LifecyclePart } from './lifecycle/lifecycle-part.tsx';
import { PeoplePart } from './people/people-part.tsx';
import { ScoresPart } from './scores/scores-part.tsx';
import { partOf, partsFor, type SettingsPart } from './settings-parts.ts';
import styles from './settings.module.css';
import { UpkeepPart } from './upkeep/upkeep-part.tsx';

const parts: Readonly<Record<SettingsPart, () => React.JSX.Element>> = {
  business: BusinessPart,
  lifecycle: LifecyclePart,
  scores: ScoresPart,
  people: PeoplePart,
  keys: KeysPart,
  account: AccountPart,
  upkeep: UpkeepPart,
};

/** `/settings/<part>`: the business, what its words mean, who comes in, and how it is kept. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { part: named } = useParams({ strict: false });
  const navigate = useNavigate();
  const shown = partsFor(usePerson()?.role);
  const part = partOf(named, shown);
  const Shown = parts[part];
  return (
    <Page title={t('title')} lead={t(`leads.${part}`)}>
      <Tabs value={part} onChange={(to) => void navigate({ to: '/settings/$part', params: { part: partOf(to ?? undefined, shown) } })} keepMounted={false}>
        <TabList open={part}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`parts.${each}`)}
            </Tabs.Tab>
          ))}
        </TabList>
        <Tabs.Panel value={part}>
          <div className={styles.part}>
            <Shown />
          </div>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
