import type { Overview } from '../../../shared/model/system.ts';
import type { TextTools } from '../../i18n/provider.tsx';

/** How it all stands, in the sentences that a colleague would say. */
export function overviewSentences(
  overview: Pick<Overview, 'engine' | 'alertsToday' | 'attention'>,
  { t, format }: Pick<TextTools, 't' | 'format'>,
): string[] {
  const { total, medianMs } = overview.alertsToday;
  return [
    t(overview.engine.active ? 'overview.pushOn' : 'overview.pushOff'),
    total === 0
      ? t('overview.alertsNone')
      : medianMs === null
        ? t('overview.alertsToday', { count: total })
        : t('overview.alertsTodayMedian', { count: total, median: format.duration(medianMs) }),
    overview.attention.length === 0
      ? t('overview.allWell')
      : t('overview.needAttention', { count: overview.attention.length }),
  ];
}
