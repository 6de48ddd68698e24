import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { toProblem } from '../api/problem.ts';
import { useText } from '../i18n/provider.tsx';
import { notifyDone } from './notify.ts';
import { StateShape } from './state-mark.tsx';
import styles from './error-notice.module.css';

/** What {@link ErrorNotice} shows. */
export interface ErrorNoticeProps {
  /** What was thrown. */
  readonly error: unknown;
  /** Does the same again; shown as a button. */
  readonly onRetry?: (() => void) | undefined;
  /** A button of its own for what to do, in place of or beside the retry. */
  readonly action?: ReactNode;
}

/** An error: what happened, what it means, what to do, and the button for it. */
export function ErrorNotice({ error, onRetry, action }: ErrorNoticeProps): ReactNode {
  const { t, textOf } = useText();
  const problem = toProblem(error);
  const what = t(`errors.${problem.code}.what`);
  const details = [
    problem.technical,
    ...problem.fields.map((field) => `${field.path}: ${field.code}`),
    ...(problem.correlationId === null ? [] : [`correlation ${problem.correlationId}`]),
  ].join('\n');
  return (
    <div className={styles['notice']} role="alert">
      <StateShape state="failed" />
      <div className={styles['body']}>
        <p className={styles['what']}>{what}</p>
        <p className={styles['hint']}>{t(`errors.${problem.code}.hint`)}</p>
        {problem.fields.map((field) => (
          <p key={field.path} className={styles['hint']}>
            <span className="pd-mono">{field.path}</span>{' '}
            {textOf(`fieldErrors.${field.code}`, field.params) ?? field.code}
          </p>
        ))}
        {problem.correlationId === null ? null : (
          <p className={styles['hint']}>{t('errors.correlation', { id: problem.correlationId })}</p>
        )}
        <div className={styles['buttons']}>
          {action}
          {onRetry === undefined ? null : (
            <Button variant="default" size="compact-sm" onClick={onRetry}>
              {t('common.retry')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => {
              void navigator.clipboard.writeText(`${what}\n${details}`).then(() => {
                notifyDone(t('common.copied', { what: t('common.details') }));
              });
            }}
          >
            {t('common.copyDetails')}
          </Button>
        </div>
      </div>
    </div>
  );
}
