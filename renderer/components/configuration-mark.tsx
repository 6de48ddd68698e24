import type { ReactNode } from 'react';
import type { Configuration } from '../../shared/model/provisioning.ts';
import type { StateMark as State } from '../../shared/model/words.ts';
import { useText } from '../i18n/provider.tsx';
import { StateMark } from './state-mark.tsx';

const marks: Readonly<Record<Configuration['state'], State>> = {
  queued: 'waiting',
  sent: 'waiting',
  delivered: 'waiting',
  configured: 'working',
  failed: 'failed',
  uncertain: 'attention',
};

/** Where a configuration stands, as mark and word. */
export function ConfigurationMark({
  configuration,
}: {
  readonly configuration: Pick<Configuration, 'state'>;
}): ReactNode {
  const { t } = useText();
  const { state } = configuration;
  return <StateMark state={marks[state]} word={t(`configurationStates.${state}`)} />;
}
