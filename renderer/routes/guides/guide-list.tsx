import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GuideLanguage } from '../../../shared/model/guide.ts';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import styles from './guides.module.css';

/** The guides there are: by phone, and for administrators. */
export function GuideList({ language }: { readonly language: GuideLanguage }): ReactNode {
  const { t } = useText();
  const { data, error, isPending, refetch } = useQuery(
    orpc.guides.list.queryOptions({ input: { language }, placeholderData: (before) => before }),
  );
  if (error !== null && data === undefined) {
    return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  if (isPending) return <p className="pd-soft">{t('common.loading')}</p>;
  if (data.guides.length === 0) {
    return (
      <EmptyState
        title={t('guides.empty.title')}
        text={t('guides.empty.text')}
        action={
          <Button variant="default" onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  }
  const groups = [
    { id: 'clients', guides: data.guides.filter((guide) => guide.clientType !== null) },
    { id: 'topics', guides: data.guides.filter((guide) => guide.clientType === null) },
  ] as const;
  return (
    <>
      <p className={styles['intro']}>{t('guides.intro')}</p>
      {groups.map(({ id, guides }) =>
        guides.length === 0 ? null : (
          <section key={id} className={styles['group']} aria-labelledby={`guides-${id}`}>
            <h2 id={`guides-${id}`} className={styles['groupTitle']}>
              {t(`guides.group.${id}`)}
            </h2>
            <ul className={styles['list']} lang={language}>
              {guides.map((guide) => (
                <li key={guide.clientType ?? guide.topic ?? guide.title}>
                  <Link
                    to="/guides"
                    search={{
                      ...(guide.clientType === null
                        ? { topic: guide.topic ?? '' }
                        : { clientType: guide.clientType }),
                      language,
                    }}
                  >
                    {guide.title}
                  </Link>
                  <p>{guide.summary}</p>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}
