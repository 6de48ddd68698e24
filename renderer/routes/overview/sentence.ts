import type { Overview } from '../../../shared/model/system.ts';
import type { TextTools } from '../../i18n/provider.tsx';
import { attentionView } from '../../state/attention.ts';

/** How it all stands, in the sentences that a colleague would say. */
export function overviewSentences(
  overview: Pick<Overview, 'engine' | 'alertsToday' | 'attention' | 'devices' | 'gateways'>,
  { t, format }: Pick<TextTools, 't' | 'format'>,
): string[] {
  const { total, medianMs } = overview.alertsToday;
  const attention = attentionView(overview).total;
  return [
    t(overview.engine.active ? 'overview.pushOn' : 'overview.pushOff'),
    total === 0
      ? t('overview.alertsNone')
      : medianMs === null
        ? t('overview.alertsToday', { count: total })
        : t('overview.alertsTodayMedian', { count: total, median: format.duration(medianMs) }),
    attention === 0 ? t('overview.allWell') : t('overview.needAttention', { count: attention }),
  ];
}
