import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ItemDetail } from '../../../shared/model/item.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilledTabs } from '../../components/filled-tabs.tsx';
import { SidePanel } from '../../components/panel/side-panel.tsx';
import { StateMark } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useNow } from '../../components/use-now.ts';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { useUrlState } from '../../routing/use-url-state.ts';
import { itemName, originName } from './data-item-columns.tsx';
import { DataItemContent } from './data-item-content.tsx';
import { DataItemHistory } from './data-item-history.tsx';
import styles from './data.module.css';

/** What {@link DataItemPanel} needs. */
export interface DataItemPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One item: what it says, its history, and what can be done with it. */
export function DataItemPanel({ id, onClose }: DataItemPanelProps): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const { data: item, error, refetch } = useQuery(orpc.items.get.queryOptions({ input: { id } }));
  if (item === undefined) {
    return (
      <SidePanel name="items" title={t('common.loading')} onClose={onClose}>
        {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </SidePanel>
    );
  }
  const isDeleted = item.deletedAt !== null;
  return (
    <SidePanel
      name="items"
      title={itemName(item, t)}
      state={isDeleted ? <StateMark state="off" word={t('items.deleted')} /> : null}
      head={<ItemHead item={item} />}
      onClose={onClose}
    >
      <FilledTabs
        label={itemName(item, t)}
        value={url['view'] ?? 'content'}
        onChange={(view) => {
          setUrl({ view });
        }}
        tabs={[
          {
            id: 'content',
            label: t('items.item.content'),
            render: () => <DataItemContent item={item} />,
          },
          {
            id: 'history',
            label: t('items.item.history'),
            render: () => <DataItemHistory item={item} />,
          },
        ]}
      />
    </SidePanel>
  );
}

function ItemHead({ item }: { readonly item: ItemDetail }): ReactNode {
  const { t, partsOf, format } = useText();
  const now = useNow();
  const { origin } = item;
  const at = item.deletedAt ?? item.modifiedAt;
  const time = format.relative(at, now);
  const parts = partsOf('items.item.facts', { time, who: originName(origin, t) }) ?? [];
  return (
    <>
      <div className={styles['facts']}>
        <span title={format.exact(at)}>
          {item.deletedAt === null
            ? parts.map(({ name, text }, index) =>
                name === 'who' && origin.deviceId !== null ? (
                  <Link key={index} {...placeOf('device', origin.deviceId)}>
                    {text}
                  </Link>
                ) : (
                  text
                ),
              )
            : t('items.item.deleted-facts', { time })}
        </span>
        <span>{format.bytes(item.bytes)}</span>
      </div>
      <ItemActions item={item} />
    </>
  );
}

function ItemActions({ item }: { readonly item: ItemDetail }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const [isRemoving, setIsRemoving] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const { id } = item;
  const title = itemName(item, t);
  const run = (command: () => Promise<unknown>): void => {
    setIsRunning(true);
    command()
      .catch(notify.failed)
      .finally(() => {
        setIsRunning(false);
      });
  };
  const bringBack = async (): Promise<void> => {
    await client.items.restore({ id });
    notify.done(t('items.item.restored', { title }), {
      undo: () => {
        run(() => client.items.remove({ id }));
      },
    });
  };
  return (
    <div className={styles['buttons']}>
      {item.deletedAt === null ? (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          ml={-9}
          onClick={() => {
            setIsRemoving(true);
          }}
        >
          {t('items.item.remove')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          loading={isRunning}
          onClick={() => {
            run(bringBack);
          }}
        >
          {t('items.item.bring-back')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isRemoving}
        title={t('items.item.remove-title', { title })}
        confirmLabel={t('common.remove')}
        onClose={() => {
          setIsRemoving(false);
        }}
        onConfirm={async () => {
          await client.items.remove({ id });
          notify.done(t('items.item.removed', { title }), {
            undo: () => {
              run(() => client.items.restore({ id }));
            },
          });
        }}
      >
        <p>{t('items.item.remove-text')}</p>
      </ConfirmDialog>
    </div>
  );
}
