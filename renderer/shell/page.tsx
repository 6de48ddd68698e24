import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/provider.tsx';
import { CommandButton } from './command-button.tsx';
import styles from './page.module.css';

/** What {@link Page} shows. */
export interface PageProps {
  /** Title of the page and of the window. */
  readonly title: string;
  /** Filters and searches, on the left of the bar below the heading. */
  readonly toolbar?: ReactNode;
  /** Buttons, on its right. */
  readonly actions?: ReactNode;
  /** A SidePanel, over the right part. */
  readonly aside?: ReactNode;
  /** True where the content is a table or a log that fills the page and scrolls by itself. */
  readonly isFilled?: boolean;
  readonly children: ReactNode;
}

let isFirstPage = true;

/** A page: heading, bar, content and side panel. The heading takes the focus after a navigation. */
export function Page(props: PageProps): ReactNode {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} – ${t('common.appName')}`;
  }, [props.title, t]);
  useEffect(() => {
    if (isFirstPage) isFirstPage = false;
    else heading.current?.focus();
  }, []);
  const hasBar = props.toolbar !== undefined || props.actions !== undefined;
  return (
    <>
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {props.title}
        </h1>
        <CommandButton />
      </header>
      <div className={styles['page']}>
        {hasBar ? (
          <div className={styles['bar']}>
            <div className={styles['toolbar']}>{props.toolbar}</div>
            <div className={styles['actions']}>{props.actions}</div>
          </div>
        ) : null}
        <div className={props.isFilled === true ? styles['filled'] : styles['flowing']}>
          {props.children}
        </div>
        {props.aside}
      </div>
    </>
  );
}
