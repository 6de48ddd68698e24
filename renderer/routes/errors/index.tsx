import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { notifyDone } from '../../components/notify.ts';
import { useText } from '../../i18n/provider.tsx';
import { Page } from '../../shell/page.tsx';

/** Stands in for an address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const { t } = useText();
  return (
    <Page title={t('nav.notFound')}>
      <EmptyState
        title={t('nav.notFound')}
        text={t('nav.notFoundHint')}
        action={
          <Button component={Link} to="/">
            {t('nav.toOverview')}
          </Button>
        }
      />
    </Page>
  );
}

/** Stands in for a page that threw. */
export function CrashedPage({ error }: ErrorComponentProps): ReactNode {
  const { t } = useText();
  return (
    <Page title={t('nav.crashed')}>
      <EmptyState
        title={t('nav.crashed')}
        text={t('nav.crashedHint')}
        action={
          <>
            <Button
              onClick={() => {
                window.location.reload();
              }}
            >
              {t('nav.reload')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                const report =
                  error instanceof Error ? (error.stack ?? error.message) : String(error);
                const details = `${window.location.hash}\n${report}`;
                void navigator.clipboard.writeText(details).then(() => {
                  notifyDone(t('common.copied', { what: t('common.details') }));
                });
              }}
            >
              {t('common.copyDetails')}
            </Button>
          </>
        }
      />
    </Page>
  );
}
