import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Trace, TraceBranch, TraceStep } from '../../../shared/model/trace.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { Attempts } from './attempts.tsx';
import { ChangeList } from './change-list.tsx';
import { Facts } from './facts.tsx';
import type { Fact } from './facts.tsx';
import { SessionStepFacts } from './session-step-facts.tsx';

/** Session ids are told in hex, as they stand in the notification. */
export function sessionText(sessionId: number): string {
  return sessionId.toString(16).toUpperCase();
}

interface StepFactsProps {
  readonly trace: Trace;
  readonly branch: TraceBranch;
  readonly step: TraceStep;
}

/** What is known about one step. */
export function StepFacts({ trace, branch, step }: StepFactsProps): ReactNode {
  const { t, format } = useText();
  const { alert, message } = branch;
  const session: readonly Fact[] =
    alert.sessionId === null
      ? []
      : [
          [
            t('trace.session'),
            <span key="s" className="pd-mono">
              {sessionText(alert.sessionId)}
            </span>,
          ],
        ];
  const sessionLink = (id: string | null): readonly Fact[] =>
    id === null
      ? []
      : [
          [
            t('trace.answeredBy'),
            <Link key="l" {...placeOf('session', id)}>
              {t('trace.openSession')}
            </Link>,
          ],
        ];
  const at: readonly Fact[] = step.at === null ? [] : [[t('common.time'), format.exact(step.at)]];
  switch (step.kind) {
    case 'change':
      return <ChangeList changes={trace.changes} />;
    case 'planned':
      return (
        <Facts
          facts={[
            [
              t('trace.device'),
              <Link key="d" {...placeOf('device', alert.deviceId)}>
                {alert.deviceName}
              </Link>,
            ],
            [
              t('trace.folders'),
              <span key="f">
                {alert.folders.map((folder) => (
                  <span key={folder.folderId} style={{ display: 'block' }}>
                    <span className="pd-mono">{folder.name}</span>{' '}
                    <span className="pd-soft">
                      {t(`dataTypes.${folder.dataType}`)}, {t(`syncTypes.${folder.syncType}`)}
                    </span>
                  </span>
                ))}
              </span>,
            ],
            [
              t('trace.changes'),
              alert.changeCount === 0
                ? t('trace.manual')
                : t('trace.merged', { count: alert.changeCount }),
            ],
            [t('trace.due'), format.exact(alert.dueAt)],
            ...session,
          ]}
        />
      );
    case 'sms':
      return (
        <>
          {message === null ? null : (
            <Facts
              facts={[
                [
                  t('trace.number'),
                  <CopyText key="n" value={message.number} what={t('trace.number')} />,
                ],
                [t('trace.state'), t(`messageStates.${message.state}`)],
                [t('trace.bytes'), t('trace.parts', { count: message.parts.length })],
              ]}
            />
          )}
          <Attempts deliveries={branch.deliveries} />
        </>
      );
    case 'delivered':
      return <Facts facts={at.length > 0 ? at : [[t('common.time'), t('trace.notYet')]]} />;
    case 'answered':
      return (
        <Facts
          facts={[
            ...(at.length > 0 ? at : [[t('common.time'), t('trace.notYet')] as const]),
            ...session,
            ...sessionLink(branch.session?.id ?? null),
          ]}
        />
      );
    case 'session':
      return branch.session === null ? null : <SessionStepFacts session={branch.session} />;
    case 'prepared':
    case 'configured':
      return null;
  }
}
