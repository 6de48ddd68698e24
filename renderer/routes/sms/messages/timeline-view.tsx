import type { ReactNode } from 'react';
import type { Delivery, Message } from '../../../../shared/model/message.ts';
import { StateShape } from '../../../components/state-mark.tsx';
import { useNow } from '../../../components/use-now.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { timelineOf } from './message-timeline.ts';
import type { TimelineStep } from './message-timeline.ts';
import { saidOf } from './said-of.ts';

/** What {@link TimelineView} needs. */
export interface TimelineViewProps {
  readonly message: Message;
  readonly deliveries: readonly Delivery[];
  /** Name of the SMS user who handed it in; undefined where there is none. */
  readonly user: string | undefined;
}

interface Told {
  readonly title: string;
  /** What was said about it, sentence by sentence. */
  readonly words: readonly string[];
}

function useTellStep(props: TimelineViewProps): (step: TimelineStep) => Told {
  const { message, deliveries, user } = props;
  const { t, format } = useText();
  const now = useNow();
  const reason = message.reason === null ? [] : [t(`messageReasons.${message.reason}`)];
  const said = saidOf(message, t);
  const reportState = deliveries.at(-1)?.reportState ?? null;
  // What does not end a message has no time of its own: it says how far it has come by now.
  const reported = reportState === null ? [] : [t(`reportStates.${reportState}`)];

  const attempt = (delivery: Delivery): Told => {
    const { outcome, detail, providerId, startedAt, endedAt, gatewayName } = delivery;
    const took = endedAt === null ? null : format.duration(endedAt - startedAt);
    const number = t('messagesPage.attempt', { attempt: delivery.attempt });
    return {
      title: t(`messagesPage.attempt.${outcome}`, { gateway: gatewayName }),
      words: [
        took === null ? number : `${number}, ${t('messagesPage.took', { duration: took })}`,
        ...(delivery.reason === null || delivery.reason === 'ok'
          ? []
          : [t(`gatewayReasons.${delivery.reason}`)]),
        ...(detail === '' ? [] : [detail]),
        ...(providerId === null ? [] : [t('messagesPage.provider-id', { id: providerId })]),
      ],
    };
  };
  const present = (state: Extract<TimelineStep, { kind: 'now' }>['state']): Told => {
    const next =
      message.nextAttemptAt > now
        ? [t('messagesPage.next-at', { time: format.relative(message.nextAttemptAt, now) })]
        : [];
    const until = [t('messagesPage.until', { time: format.relative(message.expiresAt, now) })];
    const title = t(`messagesPage.now.${state}`);
    if (state === 'waiting') return { title, words: [...reason, ...said, ...next, ...until] };
    if (state === 'due') return { title, words: until };
    if (state === 'sent') return { title, words: reported };
    return { title, words: state === 'paused' ? until : [] };
  };

  return (step) => {
    switch (step.kind) {
      case 'put-in':
        return {
          title:
            message.source === 'api' && user !== undefined
              ? t('messagesPage.put-in.api-by', { user })
              : t(`messagesPage.put-in.${message.source}`),
          words: [],
        };
      case 'attempt':
        return attempt(step.delivery);
      case 'report': {
        const { reportState, reportDetail } = step.delivery;
        return {
          title: t(`reportStates.${reportState ?? 'delivered'}`),
          words: reportDetail === '' ? [] : [reportDetail],
        };
      }
      case 'ended':
        return {
          title: t(`messagesPage.ended.${step.state}`),
          // That it was dropped or too old is what the title says.
          words: step.state === 'failed' ? [...reason, ...said] : said,
        };
      case 'now':
        return present(step.state);
    }
  };
}

/** The way of a message in words, with the times between its steps. */
export function TimelineView(props: TimelineViewProps): ReactNode {
  const { t, format } = useText();
  const now = useNow();
  const tell = useTellStep(props);
  const steps = timelineOf(props.message, props.deliveries, now);
  return (
    <ol className={styles['course']} aria-label={t('messagesPage.tab.course')}>
      {steps.map((step, index) => {
        const { title, words } = tell(step);
        return (
          <li key={index} className={styles['step']} data-state={step.mark}>
            <StateShape state={step.mark} />
            <div>
              <p>{title}</p>
              {words.map((sentence, place) => (
                <p key={place} className={styles['words']}>
                  {sentence}
                </p>
              ))}
            </div>
            <div className={styles['when']}>
              {step.at === null ? null : (
                <time dateTime={new Date(step.at).toISOString()} title={format.exact(step.at)}>
                  {format.clock(step.at)}
                </time>
              )}
              {step.later === null ? null : (
                <p className={styles['gap']}>
                  {t('messagesPage.later', { duration: format.duration(step.later) })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
