import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../predict.module.css';
import { rulesQuery } from './offers-queries.ts';

/** The rules that speak of one product. */
export function TogetherPanel({ product }: { readonly product: string }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const asked = useQuery(rulesQuery);
  return (
    <AskedPanel title={t('product.together')} answer={asked} height={160}>
      {({ items, orders }) => {
        const own = items.filter(({ when, offer }) => offer.key === product || when.some((each) => each.key === product));
        return (
          <Panel
            title={t('product.together')}
            finding={own[0]?.sentence ?? t('product.noneTogether')}
            how={t('rules.how', { formatted: format.count(orders) })}
            table={{
              columns: [
                { header: t('rules.when') },
                { header: t('rules.then') },
                { header: t('rules.orders'), format: format.count },
                { header: t('rules.confidence'), format: format.share },
              ],
              rows: own.map(({ when, offer, orders: count, confidence }) => [format.list(when.map(({ name }) => name)), offer.name, count, confidence]),
            }}
          >
            <ul className={styles.list}>
              {own.slice(1).map((rule) => (
                <li key={rule.sentence}>{rule.sentence}</li>
              ))}
            </ul>
          </Panel>
        );
      }}
    </AskedPanel>
  );
}
