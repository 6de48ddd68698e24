import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { useText } from '../../i18n/provider.tsx';
import { placeOf } from '../../routing/places.ts';
import { notifyDone } from '../notify.ts';
import { LogSentence } from './log-sentence.tsx';
import { logText } from './log-values.ts';
import styles from './log-details.module.css';

/** What {@link LogDetails} shows. */
export interface LogDetailsProps {
  readonly entry: LogEntry;
  readonly onClose: () => void;
}

/** The structure of a line: who, what, which values, and where it leads. */
export function LogDetails({ entry, onClose }: LogDetailsProps): ReactNode {
  const tools = useText();
  const { t, format } = tools;
  const { traceId } = entry;
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => {
      notifyDone(t('common.copied', { what: t('logView.line') }));
    });
  };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('common.time'),
      <span key="time">
        {format.exact(entry.at)}
        <br />
        <span className="pd-mono">{new Date(entry.at).toISOString()}</span>
      </span>,
    ],
    [t('logView.level'), t(`logLevels.${entry.level}`)],
    [t('logView.area'), t(`logAreas.${entry.area}`)],
    [
      t('logView.id'),
      <span key="id" className="pd-mono">{`${String(entry.id)} · ${entry.key}`}</span>,
    ],
    ...(tools.language === 'en' ? [] : [[t('logView.english'), entry.text] as const]),
    ...Object.entries(entry.params).map(
      ([name, value]) =>
        [
          name,
          <span key={name} className="pd-mono">
            {typeof value === 'object' ? value.join(', ') : String(value)}
          </span>,
        ] as const,
    ),
  ];
  return (
    <section className={styles['details']} aria-label={t('logView.details')}>
      <p className={styles['sentence']}>
        <LogSentence entry={entry} />
      </p>
      <dl className={styles['facts']}>
        {facts.map(([name, value], index) => (
          <div key={index} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Group gap="xs">
        {traceId === null ? null : (
          <Button
            size="compact-sm"
            renderRoot={(root) => <Link {...root} {...placeOf('trace', traceId)} />}
          >
            {t('logView.showTraceOf')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            copy(`${new Date(entry.at).toISOString()} ${logText(entry, tools)}`);
          }}
        >
          {t('logView.copyLine')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            copy(JSON.stringify(entry, null, 2));
          }}
        >
          {t('common.copyDetails')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </section>
  );
}
