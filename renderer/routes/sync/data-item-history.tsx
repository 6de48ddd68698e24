import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ItemDetail, ItemVersion } from '../../../shared/model/item.ts';
import { client, orpc } from '../../api/client.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { compareVersions } from './data-field-changes.ts';
import type { ComparedVersion, FieldChange } from './data-field-changes.ts';
import { fieldLabel, fieldText } from './data-field-text.ts';
import { itemName, originName } from './data-item-columns.tsx';
import { Disclosure, FieldList } from './data-item-content.tsx';
import styles from './data.module.css';

function Change({ change }: { readonly change: FieldChange }): ReactNode {
  const tools = useText();
  const { t } = tools;
  const { field, before, after } = change;
  return (
    <div className={styles['field']}>
      <dt>{fieldLabel(field, tools)}</dt>
      <dd>
        {before === null ? null : (
          <del className={styles['before']}>
            <span className="pd-spoken">{t('items.history.before')}: </span>
            {fieldText({ field, value: before }, tools)}
          </del>
        )}
        {after === null ? (
          <span className={styles['tag']}>{t('items.history.removed')}</span>
        ) : (
          <ins className={styles['after']}>{fieldText({ field, value: after }, tools)}</ins>
        )}
        {before === null ? <span className={styles['tag']}>{t('items.history.added')}</span> : null}
      </dd>
    </div>
  );
}

function Differences({ compared }: { readonly compared: ComparedVersion }): ReactNode {
  const { t } = useText();
  const { base, changes, differsInside, version } = compared;
  const note =
    base === undefined
      ? t('items.history.first')
      : changes.length > 0 || version.reason === 'deleted'
        ? null
        : t(differsInside ? 'items.history.details' : 'items.history.same');
  return (
    <>
      {version.reason === 'conflict' ? (
        <p className={styles['note']}>{t('items.history.lost')}</p>
      ) : null}
      {note === null ? null : <p className={styles['note']}>{note}</p>}
      {changes.length === 0 ? null : (
        <dl className={styles['fields']}>
          {changes.map((change, index) => (
            <Change key={index} change={change} />
          ))}
        </dl>
      )}
    </>
  );
}

/** All kept versions of an item, newest first, with what differs and a way back to each. */
export function DataItemHistory({ item }: { readonly item: ItemDetail }): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const { id } = item;
  const [restoring, setRestoring] = useState<ItemVersion | null>(null);
  const { data, error, refetch } = useQuery(orpc.items.history.queryOptions({ input: { id } }));
  const compared = useMemo(() => compareVersions(data?.versions ?? []), [data]);
  if (data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  const current = data.versions.find(({ isCurrent }) => isCurrent);
  const title = itemName(item, t);
  const restore = async (version: number): Promise<void> => {
    await client.items.restore({ id, version });
    const takeBack = (): Promise<unknown> =>
      current === undefined || current.reason === 'deleted'
        ? client.items.remove({ id })
        : client.items.restore({ id, version: current.version });
    notify.done(t('items.item.restored', { title }), {
      undo: () => {
        takeBack().catch(notify.failed);
      },
    });
  };
  return (
    <>
      <ol className={styles['versions']}>
        {compared.map((each) => (
          <li key={each.version.version} className={styles['version']}>
            <div className={styles['version-head']}>
              <strong>{t(`versionReasons.${each.version.reason}`)}</strong>
              <RelativeTime at={each.version.at} />
              <span>{t('items.history.by', { who: originName(each.version.origin, t) })}</span>
              <span className="pd-soft">
                {t('items.history.version', { version: each.version.version })}
              </span>
              {each.version.isCurrent ? (
                <span className={styles['tag']}>{t('items.history.current')}</span>
              ) : each.version.reason === 'deleted' ? null : (
                <Button
                  variant="default"
                  size="compact-xs"
                  ml="auto"
                  aria-label={`${t('items.history.restore')}: ${t('items.history.version', { version: each.version.version })}`}
                  onClick={() => {
                    setRestoring(each.version);
                  }}
                >
                  {t('items.history.restore')}
                </Button>
              )}
            </div>
            <Differences compared={each} />
            {each.version.fields.length === 0 ? null : (
              <Disclosure label={t('items.history.all-fields')}>
                {() => <FieldList fields={each.version.fields} />}
              </Disclosure>
            )}
          </li>
        ))}
      </ol>
      <ConfirmDialog
        isOpen={restoring !== null}
        title={t('items.history.restore-title', { version: restoring?.version ?? 0, title })}
        confirmLabel={t('items.history.restore')}
        isDestructive={false}
        onClose={() => {
          setRestoring(null);
        }}
        onConfirm={async () => {
          if (restoring !== null) await restore(restoring.version);
        }}
      >
        <p>{t('items.history.restore-text')}</p>
      </ConfirmDialog>
    </>
  );
}
