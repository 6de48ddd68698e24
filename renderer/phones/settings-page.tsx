import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Phone, PhoneProfile } from '../../shared/model/phone.ts';
import type { ProvisioningField } from '../../shared/model/provisioning.ts';
import { client, orpc } from '../api/client.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useText } from '../i18n/provider.tsx';
import { PhoneBar } from './phone-bar.tsx';
import styles from './phone-screen.module.css';
import { SettingsFields } from './settings-fields.tsx';

function fieldsOf({ name, serverId, url, user, databases }: PhoneProfile): ProvisioningField[] {
  const sync = [
    ['profile', name],
    ['server', serverId],
    ['url', url],
    ['user', user],
  ] as const;
  return [
    ...sync.flatMap(([field, value]) =>
      value === '' ? [] : [{ group: 'sync', name: field, value } as const],
    ),
    ...databases.map(
      ({ dataType, name: value }) => ({ group: 'folders', name: dataType, value }) as const,
    ),
  ];
}

/** What {@link SettingsPage} shows. */
export interface SettingsPageProps {
  readonly phone: Phone;
  readonly onBack: () => void;
  readonly onPassword: () => void;
}

/** By what a phone synchronises, where that came from, and the ways to make it other. */
export function SettingsPage({ phone, onBack, onPassword }: SettingsPageProps): ReactNode {
  const { t } = useText();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const { number, profile, deviceName } = phone;
  const refresh = () => queries.invalidateQueries({ queryKey: orpc.simulator.key() });
  const setUp = useMutation({
    mutationFn: () => client.simulator.setUp({ number }),
    onSettled: refresh,
  });
  const isEmpty = profile.source === 'empty';
  return (
    <>
      <PhoneBar title={t('phones.settings.title')} onBack={onBack} />
      <div className={styles['view']}>
        {setUp.error === null ? null : <ErrorNotice error={setUp.error} />}
        <p className={styles['source']}>{t(`phones.settings.source.${profile.source}`)}</p>
        <SettingsFields fields={fieldsOf(profile)} />
        {isEmpty ? null : (
          <section className={styles['group']}>
            <h4>{t('phones.password.title')}</h4>
            <p>
              {t(profile.hasPassword ? 'phones.password.set' : 'phones.password.not-set')}{' '}
              <button type="button" className={styles['link']} onClick={onPassword}>
                {t('phones.password.type')}
              </button>
            </p>
          </section>
        )}
      </div>
      <div className={styles['keys']}>
        {profile.source === 'device' ? null : (
          <Button
            size="compact-sm"
            fullWidth
            variant={isEmpty ? 'filled' : 'subtle'}
            loading={setUp.isPending}
            title={t('phones.settings.set-up-hint')}
            onClick={() => {
              setUp.mutate();
            }}
          >
            {t('phones.settings.set-up')}
          </Button>
        )}
        {isEmpty ? null : (
          <Button
            size="compact-sm"
            fullWidth
            variant="subtle"
            color="red"
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {t('phones.settings.empty')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('phones.settings.empty-title', { name: deviceName })}
        confirmLabel={t('phones.settings.empty')}
        onConfirm={async () => {
          await client.simulator.empty({ number });
          await refresh();
        }}
        onClose={() => {
          setIsAsking(false);
        }}
      >
        {t('phones.settings.empty-text')}
      </ConfirmDialog>
    </>
  );
}
