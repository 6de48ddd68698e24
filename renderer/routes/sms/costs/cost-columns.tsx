import { useMemo } from 'react';
import type { CostGroup, CostLine } from '../../../../shared/model/sms-account.ts';
import type { DataColumn } from '../../../components/table/columns.ts';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import { useMonthName } from './use-month-name.ts';

const figures = ['messages', 'parts', 'delivered', 'failed'] as const;

/** The columns of the cost report; the name of what it is grouped by stands beside the month. */
export function useCostColumns(by: CostGroup, currency: string): readonly DataColumn<CostLine>[] {
  const { t, format, language } = useText();
  const monthName = useMonthName('long');
  return useMemo(() => {
    const nameOf = (line: CostLine): string =>
      line.name === '' ? t('costsPage.nobody') : line.name;
    const month: DataColumn<CostLine> = {
      id: 'month',
      header: t('costsPage.column.month'),
      width: 'minmax(130px, 1fr)',
      canHide: false,
      cell: (line) => monthName(line.month),
      sortValue: (line) => line.month,
    };
    const name: DataColumn<CostLine> = {
      id: 'name',
      header: t(`costsPage.by.${by}`),
      width: 'minmax(170px, 2fr)',
      canHide: false,
      cell: (line) => (
        <span className={line.name === '' ? 'pd-soft' : undefined}>{nameOf(line)}</span>
      ),
      sortValue: nameOf,
    };
    return [
      month,
      ...(by === 'month' ? [] : [name]),
      ...figures.map<DataColumn<CostLine>>((figure) => ({
        id: figure,
        header: t(`costsPage.column.${figure}`),
        width: 'minmax(80px, 0.6fr)',
        align: 'end',
        cell: (line) => format.number(line[figure]),
        sortValue: (line) => line[figure],
      })),
      {
        id: 'cost',
        header: t('costsPage.column.cost'),
        width: 'minmax(100px, 0.8fr)',
        align: 'end',
        cell: (line) => formatMoney(language, currency, line.cost),
        sortValue: (line) => line.cost,
      },
      {
        id: 'unpriced',
        header: t('costsPage.column.unpriced'),
        width: 'minmax(110px, 0.7fr)',
        align: 'end',
        cell: (line) => format.number(line.unpriced),
        sortValue: (line) => line.unpriced,
      },
    ];
  }, [t, format, language, monthName, by, currency]);
}
