import type { ReactNode } from 'react';
import type { LogFilter } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';

/** What {@link LogView} shows. */
export interface LogViewProps {
  /** Conditions that the place sets: the device of a panel, the trace of a page. */
  readonly filter: LogFilter;
  /** True inside a panel: no device and area filters, short times. */
  readonly isCompact?: boolean | undefined;
}

/** The live log, filtered. Fills its parent. */
export function LogView(_props: LogViewProps): ReactNode {
  const { t } = useText();
  return <div role="log" aria-label={t('logView.label')} />;
}
