import type { ReactNode } from 'react';
import { StateShape } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './accounts.module.css';

/** What is known of a mailbox: tested, being tested, or to be tested once the account exists. */
export type MailboxResultProps =
  | { readonly state: 'after-saving' | 'running' }
  | {
      readonly state: 'tested';
      readonly ok: boolean;
      readonly canIdle: boolean;
      readonly detail: string;
    };

/** What a test of the mailbox found, in a sentence. */
export function MailboxResult(props: MailboxResultProps): ReactNode {
  const { t } = useText();
  if (props.state !== 'tested') {
    return (
      <p className={styles['result']} role="status">
        <StateShape state="waiting" />
        <span>
          {t(props.state === 'running' ? 'accounts.form.test-running' : 'accounts.form.test-later')}
        </span>
      </p>
    );
  }
  const { ok, canIdle, detail } = props;
  return (
    <p className={styles['result']} role="status">
      <StateShape state={!ok ? 'failed' : canIdle ? 'working' : 'attention'} />
      <span>
        {!ok
          ? t('accounts.form.test-failed', { detail })
          : t(canIdle ? 'accounts.form.test-ok' : 'accounts.form.test-no-idle')}
      </span>
    </p>
  );
}
