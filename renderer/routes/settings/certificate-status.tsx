import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Certificate } from '../../../shared/model/settings.ts';
import { client, orpc } from '../../api/client.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { StateMark, StateShape } from '../../components/state-mark.tsx';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useAuthorityUrl } from './address-list.tsx';
import styles from './settings.module.css';

function CertificateFacts({ certificate }: { readonly certificate: Certificate }): ReactNode {
  const { t, format, list } = useText();
  const { names, issuer, notAfter, fingerprint, nextAttemptAt } = certificate;
  return (
    <dl className={styles['facts']}>
      <dt>{t('settings.certificate.names')}</dt>
      <dd>{list(names)}</dd>
      <dt>{t('settings.certificate.issuer')}</dt>
      <dd>{issuer}</dd>
      {notAfter === null ? null : (
        <>
          <dt>{t('settings.certificate.until')}</dt>
          <dd>
            {format.date(notAfter)} <RelativeTime at={notAfter} />
          </dd>
        </>
      )}
      {fingerprint === null ? null : (
        <>
          <dt>{t('settings.certificate.fingerprint')}</dt>
          <dd>
            <CopyText value={fingerprint} what={t('settings.certificate.fingerprint')} />
          </dd>
        </>
      )}
      {nextAttemptAt === null ? null : (
        <>
          <dt>{t('settings.certificate.next')}</dt>
          <dd>{format.exact(nextAttemptAt)}</dd>
        </>
      )}
    </dl>
  );
}

/** Where a device fetches the authority that has signed a self-made certificate. */
function AuthorityLines({ fingerprint }: { readonly fingerprint: string }): ReactNode {
  const { t } = useText();
  const url = useAuthorityUrl();
  return (
    <div>
      <p className={styles['label']}>{t('settings.certificate.authority')}</p>
      {url === undefined ? null : (
        <ul className={styles['addresses']}>
          <li>
            <CopyText value={url} what={t('settings.certificate.address')} />
            <a href={url} target="_blank" rel="noreferrer">
              {t('settings.certificate.download')}
            </a>
          </li>
        </ul>
      )}
      <CopyText value={fingerprint} what={t('settings.certificate.authority-fingerprint')} />
    </div>
  );
}

/** The certificate as it is, what is wrong with it, and a button that renews it. */
export function CertificateStatus({ isUsed }: { readonly isUsed: boolean }): ReactNode {
  const { t, textOf } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(orpc.settings.certificate.queryOptions({}));
  const renewal = useMutation({
    mutationFn: () => client.settings.renewCertificate({}),
    onSuccess: (certificate) => {
      queries.setQueryData(orpc.settings.certificate.queryKey({}), certificate);
      if (certificate.problem === null) notify.done(t('settings.certificate.renewed'));
    },
  });
  if (data === undefined) {
    return error === null ? (
      <p className="pd-soft">{t('common.loading')}</p>
    ) : (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    );
  }
  const { problem, authorityFingerprint } = data;
  const state = !isUsed
    ? 'off'
    : problem !== null
      ? data.isInUse
        ? 'attention'
        : 'failed'
      : data.isInUse
        ? 'working'
        : 'attention';
  const words = {
    off: t('settings.certificate.off'),
    working: t('settings.certificate.good'),
    attention: t(data.isInUse ? 'settings.certificate.trouble' : 'settings.certificate.none'),
    failed: t('settings.certificate.none'),
  } as const;
  return (
    <div className={styles['fields']}>
      <div className={styles['line']}>
        <h3 className={styles['subtitle']}>{t('settings.certificate.title')}</h3>
        <StateMark state={state} word={words[state]} />
      </div>
      {problem === null ? null : (
        <p className={styles['note']} role="alert">
          <StateShape state={data.isInUse ? 'attention' : 'failed'} />
          <span>{textOf(`log.certificate.${problem.code}`, problem.params) ?? problem.code}</span>
        </p>
      )}
      {data.isStandIn ? (
        <p className={styles['note']}>
          <StateShape state="waiting" />
          <span>{t('settings.certificate.stand-in')}</span>
        </p>
      ) : null}
      {data.fingerprint === null ? null : <CertificateFacts certificate={data} />}
      {authorityFingerprint === null ? null : <AuthorityLines fingerprint={authorityFingerprint} />}
      {renewal.error === null ? null : (
        <ErrorNotice
          error={renewal.error}
          onRetry={() => {
            renewal.mutate();
          }}
        />
      )}
      <div className={styles['line']}>
        <Button
          variant="default"
          loading={renewal.isPending}
          onClick={() => {
            renewal.mutate();
          }}
        >
          {t('settings.certificate.renew')}
        </Button>
        {renewal.isPending ? (
          <span className="pd-soft" role="status">
            {t('settings.certificate.renewing')}
          </span>
        ) : null}
      </div>
    </div>
  );
}
