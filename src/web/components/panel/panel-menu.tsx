import { ActionIcon, Menu } from '@mantine/core';
import { IconChartBar, IconDots, IconFileSpreadsheet, IconPhoto, IconTable, IconVector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { csvOf } from '../download/csv.ts';
import { writesComma } from '../download/spreadsheet.ts';
import { pngOf, svgOf } from '../download/picture.ts';
import { saveFile } from '../download/save-file.ts';
import type { TableBehind } from './table-behind.ts';

type Props = {
  readonly title: string;
  readonly table: TableBehind;
  readonly asTable: boolean;
  readonly hasChart: boolean;
  readonly onToggle: () => void;
  readonly drawing: () => SVGSVGElement | undefined;
};

/** The table behind a chart, and the chart as a file. */
export function PanelMenu({ title, table, asTable, hasChart, onToggle, drawing }: Props) {
  const { t } = useTranslation('common');
  const name = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  const saveSvg = () => {
    const svg = drawing();
    if (svg !== undefined) saveFile(`${name}.svg`, new Blob([svgOf(svg)], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const svg = drawing();
    if (svg !== undefined) saveFile(`${name}.png`, await pngOf(svg));
  };
  const saveCsv = () =>
    saveFile(
      `${name}.csv`,
      new Blob(
        [
          csvOf(
            table.columns.map(({ header }) => header),
            table.rows,
            writesComma(navigator.language),
          ),
        ],
        { type: 'text/csv;charset=utf-8' },
      ),
    );
  return (
    <>
      {hasChart ? (
        <ActionIcon
          onClick={onToggle}
          aria-label={`${asTable ? t('panel.showChart') : t('panel.showTable')}: ${title}`}
          title={asTable ? t('panel.showChart') : t('panel.showTable')}
        >
          {asTable ? <IconChartBar {...icon} /> : <IconTable {...icon} />}
        </ActionIcon>
      ) : null}
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`${t('panel.more')}: ${title}`} title={t('panel.more')}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('panel.download')}</Menu.Label>
          {hasChart && !asTable ? (
            <>
              <Menu.Item leftSection={<IconPhoto {...icon} />} onClick={() => void savePng()}>
                {t('panel.png')}
              </Menu.Item>
              <Menu.Item leftSection={<IconVector {...icon} />} onClick={saveSvg}>
                {t('panel.svg')}
              </Menu.Item>
            </>
          ) : null}
          <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={saveCsv}>
            {t('panel.csv')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
