import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '../../../api/client.ts';
import { StackedBars } from '../../../components/charts/stacked-bars.tsx';
import type { BarSeries } from '../../../components/charts/stacked-bars.tsx';
import { formatMoney } from '../../../i18n/money.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { costBars } from './cost-bars.ts';
import type { CostBars } from './cost-bars.ts';
import { monthsBetween } from './cost-range.ts';
import { useMonthName } from './use-month-name.ts';

const tones = ['first', 'second', 'third', 'fourth'] as const satisfies BarSeries['tone'][];

/** What {@link CostCharts} needs. */
export interface CostChartsProps {
  readonly from: string;
  readonly to: string;
}

/** SMS parts and cost by month, stacked by gateway; nothing where none was accepted. */
export function CostCharts({ from, to }: CostChartsProps): ReactNode {
  const { t, language } = useText();
  const monthName = useMonthName('short');
  const { data } = useQuery(
    orpc.costs.report.queryOptions({
      input: { from, to, by: 'gateway' },
      placeholderData: (before) => before,
      retry: false,
    }),
  );
  if (data === undefined || data.lines.length === 0) return null;
  const months = monthsBetween(from, to);
  const parts = costBars(data.lines, months, (line) => line.parts);
  const costs = costBars(data.lines, months, (line) => line.cost);
  const series = ({ names }: CostBars): BarSeries[] =>
    names.map((name, place) => ({
      name: name ?? t('costsPage.others'),
      tone: tones[place] ?? 'fourth',
    }));
  const bars = (stacked: CostBars) =>
    stacked.months.map(({ month, values }) => ({ label: monthName(month), values }));
  const money = (amount: number): string => formatMoney(language, data.currency, amount);
  return (
    <div className={styles['charts']}>
      <StackedBars
        title={t('costsPage.chart.parts')}
        axis={t('costsPage.column.month')}
        series={series(parts)}
        bars={bars(parts)}
        total={(count) => count}
      />
      {data.total.cost === 0 ? null : (
        <StackedBars
          title={t('costsPage.chart.cost')}
          axis={t('costsPage.column.month')}
          series={series(costs)}
          bars={bars(costs)}
          value={money}
          total={(count) => count}
        />
      )}
    </div>
  );
}
