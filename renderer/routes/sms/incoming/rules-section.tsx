import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { KeywordRule } from '../../../../shared/model/incoming.ts';
import { client, orpc } from '../../../api/client.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Section } from '../../../components/section.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleTable } from './rule-table.tsx';

/** What is done with SMS by their first word. */
export function RulesSection(): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<KeywordRule | null | undefined>();
  const [removed, setRemoved] = useState<KeywordRule | null>(null);
  const { data, error, refetch } = useQuery(orpc.incoming.rules.queryOptions({}));
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: orpc.incoming.key() });
  };
  const move = useMutation({
    mutationFn: ({ id, position }: { readonly id: string; readonly position: number }) =>
      client.incoming.updateRule({ id, position }),
    onSuccess: refresh,
    onError: notify.failed,
  });
  const remove = async (): Promise<void> => {
    if (removed === null) return;
    await client.incoming.removeRule({ id: removed.id });
    refresh();
    notify.done(t('incomingPage.rule.removed', { keyword: removed.keyword }));
  };
  return (
    <Section title={t('incomingPage.rules.title')} text={t('incomingPage.rules.text')}>
      {error !== null && data === undefined ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <p className="pd-soft">{t('common.loading')}</p>
      ) : data.rules.length === 0 ? (
        <p className="pd-soft">{t('incomingPage.rules.none')}</p>
      ) : (
        <RuleTable
          rules={data.rules}
          onMove={({ id }, position) => {
            move.mutate({ id, position });
          }}
          onEdit={setEdited}
          onRemove={setRemoved}
        />
      )}
      <Button
        mt="sm"
        variant="default"
        onClick={() => {
          setEdited(null);
        }}
      >
        {t('incomingPage.rule.add')}
      </Button>
      <RuleDialog
        rule={edited}
        onClose={() => {
          setEdited(undefined);
        }}
      />
      <ConfirmDialog
        isOpen={removed !== null}
        title={t('incomingPage.rule.remove', { keyword: removed?.keyword ?? '' })}
        confirmLabel={t('common.remove')}
        onConfirm={remove}
        onClose={() => {
          setRemoved(null);
        }}
      >
        <p>{t('incomingPage.rule.remove-text')}</p>
      </ConfirmDialog>
    </Section>
  );
}
