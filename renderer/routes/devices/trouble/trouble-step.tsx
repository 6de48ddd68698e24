import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Device } from '../../../../shared/model/device.ts';
import type { TroubleAction, TroubleStep } from '../../../../shared/model/troubleshooter.ts';
import type { StateMark as State } from '../../../../shared/model/words.ts';
import { orpc } from '../../../api/client.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { sentenceOf } from '../../../components/log/log-values.ts';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { StateMark } from '../../../components/state-mark.tsx';
import { useNotify } from '../../../components/use-notify.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { runCall } from './run-call.ts';
import { takeAction } from './trouble-action.ts';
import styles from './trouble.module.css';

const marks: Readonly<Record<TroubleStep['state'], State>> = {
  ok: 'working',
  broken: 'failed',
  waiting: 'waiting',
  unchecked: 'off',
};

interface ActionButtonProps {
  readonly device: Device;
  readonly action: TroubleAction;
  readonly onAgain: () => void;
}

/** The button that does what the advice says. */
function ActionButton({ device, action, onAgain }: ActionButtonProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const step = takeAction(action, device);
  const run = useMutation({
    mutationFn: async () => {
      if (step.kind === 'call') await runCall(step.what, device);
    },
    onSuccess: () => {
      const { kind } = action;
      if (kind === 'rename-folder') {
        notify.done(t('troubleshooter.done.rename-folder', { name: action.value ?? '' }));
      } else if (
        kind === 'switch-sync-on' ||
        kind === 'unblock-client' ||
        kind === 'assign-client' ||
        kind === 'switch-gateway-on' ||
        kind === 'switch-engine-on' ||
        kind === 'switch-push-on' ||
        kind === 'resume-device' ||
        kind === 'report-change' ||
        kind === 'alert-now'
      ) {
        notify.done(t(`troubleshooter.done.${kind}`));
      }
      void queries.invalidateQueries({ queryKey: orpc.devices.key() });
      onAgain();
    },
  });
  const label =
    action.kind === 'rename-folder'
      ? action.value === null
        ? t('devices.fix.no-folder')
        : t('troubleshooter.actions.rename-folder', { value: action.value })
      : t(`troubleshooter.actions.${action.kind}`);
  return (
    <>
      {run.error === null ? null : <ErrorNotice error={run.error} />}
      <Button
        loading={run.isPending}
        onClick={() => {
          if (step.kind === 'go') {
            const { to, search, params } = step.place;
            void navigate({ to, search: { ...search }, params });
          } else if (step.kind === 'call') run.mutate();
          else onAgain();
        }}
      >
        {label}
      </Button>
    </>
  );
}

/** What {@link TroubleStepView} shows. */
export interface TroubleStepViewProps {
  readonly device: Device;
  readonly step: TroubleStep;
  /** Whether the walk stopped here. */
  readonly isStop: boolean;
  readonly onAgain: () => void;
}

/** One link of the chain: how it stands, what was found there, what to do and the button for it. */
export function TroubleStepView(props: TroubleStepViewProps): ReactNode {
  const { device, step, isStop, onAgain } = props;
  const tools = useText();
  const { t } = tools;
  const finding = sentenceOf(`troubleshooter.findings.${step.key}`, step, tools);
  const advice = sentenceOf(`troubleshooter.advice.${step.key}`, step, tools);
  return (
    <li className={styles['link']} data-state={step.state} data-stop={isStop}>
      <div className={styles['head']}>
        <StateMark state={marks[step.state]} word={t(`troubleshooter.steps.${step.id}`)} />
        <span className="pd-soft">
          {t(`troubleshooter.state.${step.state}`)}
          {step.at === null ? null : (
            <>
              {', '}
              <RelativeTime at={step.at} />
            </>
          )}
        </span>
      </div>
      {step.state === 'unchecked' ? null : (
        <div className={styles['body']}>
          {finding === null ? null : <p>{finding}</p>}
          {advice === null || step.state === 'ok' ? null : <p>{advice}</p>}
          {step.action === null ? null : (
            <ActionButton device={device} action={step.action} onAgain={onAgain} />
          )}
        </div>
      )}
    </li>
  );
}
