import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Settings } from '../../../../shared/model/settings.ts';
import { CodeBlock } from '../../../components/code-block.tsx';
import { CopyText } from '../../../components/copy-text.tsx';
import { Section } from '../../../components/section.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { listenerRoots } from '../../../state/phone-addresses.ts';
import { useAddressFacts } from '../../../state/use-address-facts.ts';
import styles from '../service.module.css';
import { curlExample } from './user-form.ts';

/** What {@link ApiAddress} needs. */
export interface ApiAddressProps {
  readonly settings: Settings;
  /** Name that stands in the example; undefined while there is no user. */
  readonly user: string | undefined;
}

const exampleUser = 'intranet';

/** Where programs hand in SMS, and how one does it. */
export function ApiAddress({ settings, user }: ApiAddressProps): ReactNode {
  const { t } = useText();
  const facts = useAddressFacts();
  const roots = facts === undefined ? [] : listenerRoots(facts);
  const best = roots[0];
  const { apiRequiresUser } = settings.sms;
  return (
    <Section title={t('smsUsersPage.api.title')} text={t('smsUsersPage.api.text')}>
      {best === undefined ? (
        <p>
          {t('smsUsersPage.api.no-listener')}{' '}
          <Link to="/settings" search={{ section: 'devices' }}>
            {t('settings.section.devices')}
          </Link>
        </p>
      ) : (
        <>
          {roots.map(({ url }) => (
            <p key={url} className={styles['address']}>
              <CopyText value={`${url}/sms/`} what={t('smsUsersPage.api.address')} />
            </p>
          ))}
          <p className={styles['label']}>{t('smsUsersPage.api.example')}</p>
          <CodeBlock
            what={t('smsUsersPage.api.example')}
            text={curlExample(best.url, apiRequiresUser ? (user ?? exampleUser) : null)}
          />
        </>
      )}
      <p className="pd-soft">{t('smsUsersPage.api.fields')}</p>
    </Section>
  );
}
