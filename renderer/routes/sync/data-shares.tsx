import { ActionIcon, Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import type { Collection, CollectionShare } from '../../../shared/model/collection.ts';
import { client } from '../../api/client.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Section } from '../../components/section.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './data.module.css';

/** What {@link DataShares} needs. */
export interface DataSharesProps {
  readonly collection: Collection;
  readonly accounts: readonly Account[];
}

function readAccess(value: string | null): CollectionShare['access'] {
  return value === 'write' ? 'write' : 'read';
}

/** Who else sees a folder, and whether they may change it. */
export function DataShares({ collection, accounts }: DataSharesProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [chosen, setChosen] = useState<string | null>(null);
  const [access, setAccess] = useState<CollectionShare['access']>('read');
  const { shares } = collection;
  const save = useMutation({
    mutationFn: (change: { shares: CollectionShare[]; done: string }) =>
      client.collections.update({ id: collection.id, shares: change.shares }),
    onSuccess: (_saved, { done }) => {
      notify.done(done);
    },
  });
  const addressOf = (id: string): string =>
    accounts.find((account) => account.id === id)?.address ?? id;
  const others = accounts.filter(
    ({ id }) => id !== collection.accountId && !shares.some(({ accountId }) => accountId === id),
  );
  const levels = (['read', 'write'] as const).map((value) => ({
    value,
    label: t(`collections.access.${value}`),
  }));
  return (
    <Section title={t('collections.panel.sharing')} text={t('collections.panel.sharing-text')}>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      {shares.length === 0 ? (
        <p className={styles['note']}>{t('collections.panel.not-shared')}</p>
      ) : (
        <ul className={styles['shares']}>
          {shares.map((share) => {
            const account = addressOf(share.accountId);
            return (
              <li key={share.accountId}>
                <span className="pd-cut">{account}</span>
                <Select
                  w={160}
                  aria-label={t('collections.panel.access-of', { account })}
                  allowDeselect={false}
                  disabled={save.isPending}
                  value={share.access}
                  data={levels}
                  onChange={(value) => {
                    const next = shares.map((each) =>
                      each.accountId === share.accountId
                        ? { ...each, access: readAccess(value) }
                        : each,
                    );
                    save.mutate({ shares: next, done: t('common.saved') });
                  }}
                />
                <ActionIcon
                  aria-label={t('collections.panel.unshare', { account })}
                  disabled={save.isPending}
                  onClick={() => {
                    save.mutate({
                      shares: shares.filter(({ accountId }) => accountId !== share.accountId),
                      done: t('collections.panel.unshared', { account }),
                    });
                  }}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      {others.length === 0 ? (
        shares.length === 0 ? (
          <p className={styles['note']}>{t('collections.panel.no-other')}</p>
        ) : null
      ) : (
        <div className={styles['share']}>
          <Select
            label={t('collections.panel.share-with')}
            placeholder={t('collections.panel.share-placeholder')}
            searchable
            limit={50}
            value={chosen}
            data={others.map(({ id, address }) => ({ value: id, label: address }))}
            nothingFoundMessage={t('items.no-account-fits')}
            onChange={setChosen}
          />
          <Select
            w={160}
            aria-label={t('collections.may-change')}
            allowDeselect={false}
            value={access}
            data={levels}
            onChange={(value) => {
              setAccess(readAccess(value));
            }}
          />
          <Button
            variant="default"
            loading={save.isPending}
            disabled={chosen === null}
            onClick={() => {
              if (chosen === null) return;
              save.mutate({
                shares: [...shares, { accountId: chosen, access }],
                done: t('collections.panel.shared', { account: addressOf(chosen) }),
              });
              setChosen(null);
            }}
          >
            {t('collections.panel.share')}
          </Button>
        </div>
      )}
    </Section>
  );
}
