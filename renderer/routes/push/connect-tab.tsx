import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Listener } from '../../../shared/model/system.ts';
import { orpc } from '../../api/client.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Section } from '../../components/section.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useText } from '../../i18n/provider.tsx';
import {
  dovecotExample,
  dovecotUserExample,
  udpExample,
  webhookExample,
} from './connect-examples.ts';
import styles from './push.module.css';

/** Stands in the examples while there is no account. */
const exampleAddress = 'ada@example.org';

function DoorState({ listener }: { readonly listener: Listener | undefined }): ReactNode {
  const { t } = useText();
  if (listener !== undefined && listener.state === 'working') return null;
  return (
    <p className={styles['note']}>
      <StateMark
        state={listener?.state ?? 'off'}
        word={
          listener === undefined || listener.detail === '' ? t('push.connect.off') : listener.detail
        }
      />
      <Link to="/settings" search={{ section: 'changes' }}>
        {t('push.connect.settings')}
      </Link>
    </p>
  );
}

/** How changes come in: ready lines for other programs, with the real ports. */
export function ConnectTab(): ReactNode {
  const { t } = useText();
  const status = useQuery(orpc.system.status.queryOptions({}));
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  const accounts = useQuery(orpc.accounts.list.queryOptions({}));
  const [chosen, setChosen] = useState<string | null>(null);

  const error = status.error ?? settings.error;
  if (status.data === undefined || settings.data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice
        error={error}
        onRetry={() => {
          void status.refetch();
          void settings.refetch();
        }}
      />
    );
  }
  const addresses = (accounts.data?.accounts ?? []).map((account) => account.address);
  const account = chosen ?? addresses[0] ?? exampleAddress;
  const listenerOf = (name: Listener['name']): Listener | undefined =>
    status.data.listeners.find((listener) => listener.name === name);
  const udp = listenerOf('changes-udp');
  const http = listenerOf('devices-http');
  const { changes } = settings.data;
  return (
    <div className={styles['connect']}>
      <p>{t('push.connect.intro')}</p>
      <Select
        label={t('push.connect.account')}
        w={300}
        mb="md"
        searchable
        allowDeselect={false}
        limit={100}
        value={account}
        onChange={setChosen}
        data={addresses.length === 0 ? [exampleAddress] : addresses}
      />
      <Section title={t('push.connect.udp.title')} text={t('push.connect.udp.text')}>
        {udp === undefined ? null : (
          <CodeBlock what={t('push.connect.udp.title')} text={udpExample(udp, account)} />
        )}
        <DoorState listener={udp} />
      </Section>
      <Section
        title={t('push.connect.webhook.title')}
        text={t(
          changes.hasWebhookToken ? 'push.connect.webhook.text' : 'push.connect.webhook.no-token',
        )}
      >
        {http === undefined ? null : (
          <CodeBlock
            what={t('push.connect.webhook.title')}
            text={webhookExample(http, account, changes.hasWebhookToken)}
          />
        )}
        <DoorState listener={changes.webhookEnabled ? http : undefined} />
      </Section>
      <Section title={t('push.connect.dovecot.title')} text={t('push.connect.dovecot.text')}>
        {http === undefined ? null : (
          <>
            <p className="pd-soft">{t('push.connect.dovecot.file')}</p>
            <CodeBlock
              what={t('push.connect.dovecot.title')}
              text={dovecotExample(http, changes.hasWebhookToken)}
            />
            <p className="pd-soft">{t('push.connect.dovecot.user')}</p>
            <CodeBlock what={t('push.connect.dovecot.user')} text={dovecotUserExample(account)} />
          </>
        )}
        <DoorState listener={changes.webhookEnabled ? http : undefined} />
      </Section>
      <Section title={t('push.connect.imap.title')} text={t('push.connect.imap.text')}>
        <Link to="/accounts">{t('push.connect.imap.action')}</Link>
      </Section>
    </div>
  );
}
