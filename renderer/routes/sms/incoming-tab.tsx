import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { orpc } from '../../api/client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { FilterChips } from '../../components/filter-chips.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { IncomingActions } from './incoming/incoming-actions.tsx';
import { useIncomingColumns } from './incoming/incoming-columns.tsx';
import { IncomingPanel } from './incoming/incoming-panel.tsx';
import { IncomingSettings } from './incoming/incoming-settings.tsx';
import { RulesSection } from './incoming/rules-section.tsx';
import { useIncoming } from './incoming/use-incoming.ts';
import { SendDialog } from './send/send-dialog.tsx';
import styles from './service.module.css';

/** `view`: what changes between the list and the rules. */
function IncomingTable({ view }: { readonly view: ReactNode }): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const onlyUnread = url['state'] === 'unread';
  const { messages, total, unread, isLoading, error, refetch, readOn } = useIncoming(onlyUnread);
  const columns = useIncomingColumns();
  const opened = messages.find(({ id }) => id === url['open']);
  const close = (): void => {
    setUrl({ open: '' });
  };
  if (error !== null) return <ErrorNotice error={error} onRetry={refetch} />;
  return (
    <>
      <div className={styles['bar']}>
        <FilterChips
          label={t('incomingPage.column.read')}
          value={onlyUnread ? 'unread' : ''}
          onChange={(state) => {
            setUrl({ state });
          }}
          chips={[
            { value: '', label: t('common.all') },
            { value: 'unread', label: t('incomingPage.new'), count: unread, state: 'waiting' },
          ]}
        />
        <div className={styles['end']}>{view}</div>
      </div>
      <DataTable
        name="incoming"
        label={t('sms.tab.incoming')}
        rows={messages}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ number }) => number}
        defaultSort="-time"
        openId={url['open'] ?? null}
        onOpen={(id) => {
          setUrl({ open: id ?? '' });
        }}
        onEnd={readOn}
        isLoading={isLoading}
        bulkActions={(ids, clear) => <IncomingActions ids={ids} onRemoved={clear} />}
        empty={
          onlyUnread ? (
            <EmptyState
              title={t('incomingPage.all-read.title')}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setUrl({ state: '' });
                  }}
                >
                  {t('common.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('incomingPage.empty.title')}
              text={t('incomingPage.empty.text')}
              action={
                <Link to="/sms" search={{}}>
                  {t('sms.tab.gateways')}
                </Link>
              }
            />
          )
        }
        foot={isLoading ? null : t('incomingPage.count', { shown: messages.length, total })}
      />
      {opened === undefined ? null : (
        <IncomingPanel
          message={opened}
          onReply={() => {
            setUrl({ write: opened.number });
          }}
          onClose={close}
        />
      )}
      <SendDialog
        to={url['write']}
        onClose={() => {
          setUrl({ write: '' });
        }}
        onSent={(message) => {
          setUrl({ write: '', open: '', state: '', tab: 'messages', message: message.id });
        }}
      />
    </>
  );
}

/** The SMS that phones send, and the rules by which they find whom they are for. `show` in the URL. */
export function IncomingTab(): ReactNode {
  const { t } = useText();
  const [url, setUrl] = useUrlState();
  const { data: settings } = useQuery(orpc.settings.get.queryOptions({}));
  const isRules = url['show'] === 'rules';
  const view = (
    <SegmentedControl
      aria-label={t('sms.tab.incoming')}
      value={isRules ? 'rules' : 'list'}
      onChange={(value) => {
        setUrl({ show: value === 'rules' ? value : '', open: '', state: '' });
      }}
      data={[
        { value: 'list', label: t('incomingPage.show.list') },
        { value: 'rules', label: t('incomingPage.show.rules') },
      ]}
    />
  );
  if (!isRules) return <IncomingTable view={view} />;
  return (
    <>
      <div className={styles['bar']}>
        <span className="pd-soft">{t('incomingPage.rules.intro')}</span>
        <div className={styles['end']}>{view}</div>
      </div>
      <div className={styles['flowing']}>
        <RulesSection />
        {settings === undefined ? null : <IncomingSettings settings={settings} />}
      </div>
    </>
  );
}
