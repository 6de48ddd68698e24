import type { ReactNode } from 'react';
import type { IncomingMessage } from '../../../../shared/model/incoming.ts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';

const marks = {
  none: 'off',
  waiting: 'waiting',
  sent: 'working',
  failed: 'failed',
} as const satisfies Record<IncomingMessage['mail'], string>;

/** What became of the mail by which an incoming SMS travels on. */
export function MailMark({ mail }: Pick<IncomingMessage, 'mail'>): ReactNode {
  const { t } = useText();
  return <StateMark state={marks[mail]} word={t(`incomingPage.mail.${mail}`)} />;
}
