import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../shared/model/account.ts';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { accountHasText } from '../accounts/account-state.ts';
import { ownBytes, placeValues } from './data-place.ts';
import type { FolderGroup, SeenFolder } from './data-place.ts';
import styles from './data.module.css';

/** From so many accounts on, there is a search for them. */
const searchFrom = 8;
/** More accounts than these are only found by the search. */
const mostShown = 200;
const groups: readonly FolderGroup[] = ['own', 'corporate', 'shared'];

/** What {@link DataFolders} needs. */
export interface DataFoldersProps {
  readonly accounts: readonly Account[];
  readonly account: Account | undefined;
  /** What the account sees. */
  readonly folders: readonly SeenFolder[];
  readonly chosen: SeenFolder | undefined;
}

/** The accounts, and below the chosen one its folders. */
export function DataFolders({ accounts, account, folders, chosen }: DataFoldersProps): ReactNode {
  const { t, format } = useText();
  const [, setUrl] = useUrlState();
  const [text, setText] = useState('');
  const fitting = accounts.filter((each) => accountHasText(each, text));
  // The chosen one stays in sight, whatever is searched.
  const isCut = account !== undefined && !fitting.slice(0, mostShown).includes(account);
  const shown = [...(isCut ? [account] : []), ...fitting.slice(0, mostShown)];
  const hidden = fitting.length - Math.min(fitting.length, mostShown);
  return (
    <nav className={styles['tree']} aria-label={t('items.accounts')}>
      {accounts.length < searchFrom ? null : (
        <TextInput
          type="search"
          m="8px 8px 4px"
          aria-label={t('items.search-accounts')}
          placeholder={t('items.search-accounts')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      )}
      <div className={styles['accounts']}>
        <ul className={styles['list']}>
          {shown.map((each) => (
            <li key={each.id}>
              <Link
                to="/sync"
                search={{ tab: 'data', account: each.id }}
                className={styles['account']}
                data-chosen={each.id === account?.id}
                title={
                  each.displayName === '' ? each.address : `${each.displayName}, ${each.address}`
                }
              >
                {each.address}
              </Link>
              {each.id === account?.id ? (
                <AccountFolders account={each} folders={folders} chosen={chosen} />
              ) : null}
            </li>
          ))}
        </ul>
        {fitting.length === 0 ? (
          <p className={styles['hint']}>{t('items.no-account-fits')}</p>
        ) : null}
        {hidden === 0 ? null : (
          <p className={styles['hint']}>{t('items.more-accounts', { count: hidden })}</p>
        )}
      </div>
      <div className={styles['tree-foot']}>
        <span className="pd-soft">{t('items.storage')}</span>
        <span>{format.bytes(ownBytes(folders))}</span>
        <Button
          variant="default"
          fullWidth
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            setUrl({ add: 'folder' });
          }}
        >
          {t('collections.new')}
        </Button>
      </div>
    </nav>
  );
}

interface AccountFoldersProps {
  readonly account: Account;
  readonly folders: readonly SeenFolder[];
  readonly chosen: SeenFolder | undefined;
}

function AccountFolders({ account, folders, chosen }: AccountFoldersProps): ReactNode {
  const { t } = useText();
  return groups.map((group) => {
    const ofGroup = folders.filter((folder) => folder.group === group);
    if (ofGroup.length === 0) return null;
    return (
      <div key={group}>
        {group === 'own' ? null : <h2 className={styles['group']}>{t(`items.group.${group}`)}</h2>}
        <ul
          className={styles['list']}
          aria-label={`${t('items.folders-of', { account: account.address })}: ${t(`items.group.${group}`)}`}
        >
          {ofGroup.map((folder) => (
            <FolderLine
              key={folder.collection.id}
              accountId={account.id}
              folder={folder}
              isChosen={folder === chosen}
            />
          ))}
        </ul>
      </div>
    );
  });
}

interface FolderLineProps {
  readonly accountId: string;
  readonly folder: SeenFolder;
  readonly isChosen: boolean;
}

function FolderLine({ accountId, folder, isChosen }: FolderLineProps): ReactNode {
  const { t, format } = useText();
  const { collection, group, place } = folder;
  const type = t(`dataTypes.${collection.dataType}`);
  return (
    <li>
      <Link
        to="/sync"
        search={{ tab: 'data', ...placeValues(accountId, folder) }}
        className={styles['folder']}
        data-named={group === 'own' && place.name !== ''}
        data-chosen={isChosen}
        aria-current={isChosen ? 'page' : undefined}
        title={`${folder.uri}, ${format.bytes(collection.bytes)}`}
      >
        <span className={styles['label']}>{place.name === '' ? type : place.name}</span>
        {group !== 'own' && place.name !== '' ? <span className="pd-soft">{type}</span> : null}
        <span className={styles['count']}>{format.number(collection.itemCount)}</span>
      </Link>
    </li>
  );
}
