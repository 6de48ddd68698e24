import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Hold } from '../../../shared/model/session.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { holdPlace, untoldTitles } from './held-place.ts';
import styles from './held.module.css';

function GuardLink(): ReactNode {
  const { t } = useText();
  return (
    <Link to="/settings" search={{ section: 'sync' }}>
      {t('holds.empty.setting')}
    </Link>
  );
}

function HoldEntry({ hold }: { readonly hold: Hold }): ReactNode {
  const { t, format } = useText();
  const notify = useNotify();
  const [running, setRunning] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const titles = [...hold.titles.map((title) => (title === '' ? t('items.untitled') : title))];
  const more = untoldTitles(hold);
  const keep = async (): Promise<void> => {
    setRunning(true);
    try {
      await client.holds.decide({ id: hold.id, decision: 'keep' });
      notify.done(t('holds.kept', { count: hold.count }));
    } catch (error) {
      notify.failed(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <li className={styles['hold']}>
      <div className={styles['title']}>
        <StateShape state="attention" />
        <h2>
          {t('holds.title', {
            device: hold.deviceName === '' ? t('holds.nameless') : hold.deviceName,
            count: format.number(hold.count),
            total: format.number(hold.total),
          })}
        </h2>
      </div>
      <p className={styles['facts']}>
        <span>{t('holds.what', { folder: hold.collectionUri, account: hold.accountAddress })}</span>
        <RelativeTime at={hold.at} />
        <Link to="/sync" search={{ tab: 'data', ...holdPlace(hold) }}>
          {t('holds.look')}
        </Link>
        <Link {...placeOf('session', hold.sessionId)}>{t('holds.session')}</Link>
      </p>
      {titles.length === 0 ? null : (
        <p className={styles['titles']}>
          {more === 0
            ? t('holds.among', { titles: titles.join(', ') })
            : t('holds.among-more', { titles: titles.join(', '), count: more })}
        </p>
      )}
      <dl className={styles['choices']}>
        <div>
          <dt>
            <Button loading={running} onClick={() => void keep()}>
              {t('holds.keep')}
            </Button>
          </dt>
          <dd>{t('holds.keep-means')}</dd>
        </div>
        <div>
          <dt>
            <Button
              variant="default"
              disabled={running}
              onClick={() => {
                setIsAsking(true);
              }}
            >
              {t('holds.delete')}
            </Button>
          </dt>
          <dd>{t('holds.delete-means')}</dd>
        </div>
      </dl>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('holds.confirm-title', { count: hold.count })}
        confirmLabel={t('holds.delete')}
        onClose={() => {
          setIsAsking(false);
        }}
        onConfirm={async () => {
          await client.holds.decide({ id: hold.id, decision: 'delete' });
          notify.done(t('holds.deleted', { count: hold.count }));
        }}
      >
        <p>{t('holds.delete-means')}</p>
      </ConfirmDialog>
    </li>
  );
}

/** Mass deletions that wait for a decision, or how the guard against them is set. */
export function HeldTab(): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(orpc.holds.list.queryOptions({}));
  const settings = useQuery(orpc.settings.get.queryOptions({}));
  if (data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  if (data.holds.length === 0) {
    const guard = settings.data?.sync;
    return (
      <EmptyState
        title={t('holds.empty.title')}
        text={
          guard === undefined
            ? undefined
            : guard.holdDeletesItems === 0
              ? t('holds.empty.off')
              : t('holds.empty.guard', {
                  items: guard.holdDeletesItems,
                  percent: guard.holdDeletesPercent,
                })
        }
        action={<GuardLink />}
      />
    );
  }
  return (
    <>
      <div className={styles['intro']}>
        <p>{t('holds.intro')}</p>
        <GuardLink />
      </div>
      <ul className={styles['holds']}>
        {data.holds.map((hold) => (
          <HoldEntry key={hold.id} hold={hold} />
        ))}
      </ul>
    </>
  );
}

/** The tab's label with how many wait. */
export function HeldLabel(): ReactNode {
  const { t, format } = useText();
  const { data } = useQuery(orpc.holds.list.queryOptions({}));
  const count = data?.holds.length ?? 0;
  return (
    <span className={styles['label']}>
      {t('holds.tab')}
      {count === 0 ? null : (
        <>
          {' '}
          <span>{format.number(count)}</span> <StateShape state="attention" />
        </>
      )}
    </span>
  );
}
