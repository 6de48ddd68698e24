import type { ReactNode } from 'react';
import type { SessionProblem } from '../../../shared/model/session.ts';
import { useText } from '../../i18n/provider.tsx';
import { useStatusText } from './status-text.ts';
import styles from './session.module.css';

/** Problems that are shown at once; a broken device has one for each of its items. */
const mostShown = 200;

/** The statuses that were no success, each with what it means. */
export function ProblemList({
  problems,
}: {
  readonly problems: readonly SessionProblem[];
}): ReactNode {
  const { t, format } = useText();
  const statusText = useStatusText();
  const shown = problems.slice(0, mostShown);
  return (
    <>
      <table className={styles['table']}>
        <caption className="pd-spoken">{t('session.problems.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session.problems.time')}</th>
            <th scope="col">{t('session.problems.by')}</th>
            <th scope="col">{t('session.problems.command')}</th>
            <th scope="col">{t('session.folders.folder')}</th>
            <th scope="col">{t('session.problems.item')}</th>
            <th scope="col">{t('session.problems.status')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem, index) => (
            <tr key={index}>
              <td className="pd-mono">{format.clock(problem.at)}</td>
              <td>{t(`session.problems.by-${problem.by}`)}</td>
              <td className="pd-mono">{problem.command}</td>
              <td className="pd-mono">{problem.uri}</td>
              <td className="pd-mono">{problem.itemRef === '' ? '–' : problem.itemRef}</td>
              <td>{statusText(problem.status)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === problems.length ? null : (
        <p className="pd-soft">
          {t('session.problems.more', { count: problems.length - shown.length })}
        </p>
      )}
    </>
  );
}
