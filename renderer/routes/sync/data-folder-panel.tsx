import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { client, orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { Section } from '../../components/section.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { DataRemoveFolder } from './data-remove-folder.tsx';
import { DataRenameFolder } from './data-rename-folder.tsx';
import { seenFolders } from './data-place.ts';
import type { SeenFolder } from './data-place.ts';
import { DataShares } from './data-shares.tsx';
import styles from './data.module.css';

/** What {@link DataFolderPanel} needs. */
export interface DataFolderPanelProps {
  /** The account through which the folder is looked at. */
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly folder: SeenFolder;
  readonly onClose: () => void;
}

/** One folder: how phones reach it, who else sees it, and its end. */
export function DataFolderPanel(props: DataFolderPanelProps): ReactNode {
  const { account, accounts, folder, onClose } = props;
  const { collection } = folder;
  const { t, format } = useText();
  const notify = useNotify();
  const [, setUrl] = useUrlState();
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const isCorporate = collection.accountId === null;
  const isMain = !isCorporate && collection.name === '';
  const owner = collection.accountAddress;
  const setAccess = useMutation({
    mutationFn: (corporateAccess: 'read' | 'write') =>
      client.collections.update({ id: collection.id, corporateAccess }),
    onSuccess: () => {
      notify.done(t('common.saved'));
    },
    onError: notify.failed,
  });
  return (
    <SidePanel
      name="folder"
      title={folder.uri}
      head={
        <div className={styles['facts']}>
          <span>
            {isCorporate
              ? t('collections.panel.corporate')
              : t(isMain ? 'collections.panel.main' : 'collections.panel.named', {
                  account: owner,
                })}
          </span>
          <span>
            {t('items.folder-line', {
              count: collection.itemCount,
              size: format.bytes(collection.bytes),
            })}{' '}
            ({t('collections.panel.with-history')})
          </span>
        </div>
      }
      onClose={onClose}
    >
      <div className={styles['pad']}>
        <Section
          title={t('collections.panel.addresses')}
          text={t('collections.panel.addresses-text')}
        >
          <Addresses folder={folder} />
        </Section>
        {isCorporate ? (
          <Section title={t('collections.may-change')}>
            <Select
              aria-label={t('collections.may-change')}
              allowDeselect={false}
              disabled={setAccess.isPending}
              value={collection.corporateAccess ?? 'read'}
              data={(['read', 'write'] as const).map((value) => ({
                value,
                label: t(`collections.may-change.${value}`),
              }))}
              onChange={(chosen) => {
                if (chosen === 'read' || chosen === 'write') setAccess.mutate(chosen);
              }}
            />
          </Section>
        ) : (
          <DataShares collection={collection} accounts={accounts} />
        )}
        <div className={styles['buttons']}>
          {collection.name === '' ? null : (
            <Button
              variant="default"
              onClick={() => {
                setAsked('rename');
              }}
            >
              {t('collections.rename')}
            </Button>
          )}
          {isMain ? (
            <span className="pd-soft">{t('collections.remove.not-main')}</span>
          ) : (
            <Button
              variant="subtle"
              color="red"
              ml="auto"
              onClick={() => {
                setAsked('remove');
              }}
            >
              {t('collections.remove')}
            </Button>
          )}
        </div>
      </div>
      <DataRenameFolder
        isOpen={asked === 'rename'}
        folder={folder}
        onClose={() => {
          setAsked(null);
        }}
        onRenamed={(place) => {
          setAsked(null);
          setUrl({ account: account.id, folder: place });
        }}
      />
      <DataRemoveFolder
        isOpen={asked === 'remove'}
        folder={folder}
        onClose={() => {
          setAsked(null);
        }}
        onRemoved={() => {
          setUrl({ folder: '', panel: '', open: '' });
        }}
      />
    </SidePanel>
  );
}

/** What each account types into its phones. */
function Addresses({ folder }: { readonly folder: SeenFolder }): ReactNode {
  const { t } = useText();
  const { collection } = folder;
  const isShared = collection.shares.length > 0;
  // The names of what is shared depend on what else is shared with the same account.
  const all = useQuery({ ...orpc.collections.list.queryOptions({}), enabled: isShared });
  const accounts = useQuery(orpc.accounts.list.queryOptions({}));
  const others = collection.shares.flatMap((share) => {
    const seen = seenFolders(share.accountId, all.data?.collections ?? []).find(
      (each) => each.collection.id === collection.id,
    );
    const address = accounts.data?.accounts.find(({ id }) => id === share.accountId)?.address;
    return seen === undefined || address === undefined ? [] : [{ who: address, uri: seen.uri }];
  });
  const owner =
    collection.accountId === null
      ? t('collections.panel.everybody')
      : t('collections.panel.owner', { account: collection.accountAddress });
  return (
    <dl className={styles['addresses']}>
      {[{ who: owner, uri: collection.uri }, ...others].map(({ who, uri }) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>
            <CopyText value={uri} what={t('collections.new.uri')} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
