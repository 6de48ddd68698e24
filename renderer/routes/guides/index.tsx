import { Button, Select } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { languageNames, languages } from '../../../shared/i18n/languages.ts';
import { orpc } from '../../api/client.ts';
import { toProblem } from '../../api/problem.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useText } from '../../i18n/provider.tsx';
import { useUrlState } from '../../routing/use-url-state.ts';
import { Page } from '../../shell/page.tsx';
import { GuideList } from './guide-list.tsx';
import { readGuidePlace } from './guide-place.ts';
import type { GuidePlace } from './guide-place.ts';
import styles from './guides.module.css';
import { Reading } from './reading.tsx';
import { useGuideFile } from './use-guide-file.ts';

function toList(language: string, label: string): ReactNode {
  return (
    <Button
      variant="default"
      leftSection={<IconArrowLeft size={14} aria-hidden />}
      renderRoot={(root) => <Link {...root} to="/guides" search={{ language }} />}
    >
      {label}
    </Button>
  );
}

/** The guide that was chosen, or what stands in its place. */
function Chosen({ choice, language }: GuidePlace): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery({
    ...orpc.guides.read.queryOptions({ input: { ...choice, language } }),
    enabled: choice !== null,
  });
  if (data !== undefined) return <Reading guide={data} />;
  if (error === null) return <p className="pd-soft">{t('guides.making')}</p>;
  return toProblem(error).code === 'NOT_FOUND' ? (
    <EmptyState
      title={t('guides.gone.title')}
      text={t('guides.gone.text')}
      action={toList(language, t('guides.all'))}
    />
  ) : (
    <ErrorNotice error={error} onRetry={() => void refetch()} />
  );
}

/**
 * Guides, to choose one and to read it. In the URL: `clientType`, `topic` or `device` say which one,
 * `language` in which language.
 */
export function GuidesPage(): ReactNode {
  const { t, language: own } = useText();
  const [url, setUrl] = useUrlState();
  const file = useGuideFile();
  const place = readGuidePlace(url, own);
  const { choice, language } = place;
  const chooseLanguage = (
    <Select
      aria-label={t('guides.language')}
      w={120}
      allowDeselect={false}
      value={language}
      onChange={(value) => {
        setUrl({ language: value ?? '' });
      }}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
  if (choice === null) {
    return (
      <Page title={t('guides.title')} toolbar={chooseLanguage} isFilled>
        <div className={styles['sheet']}>
          <GuideList language={language} />
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t('guides.title')}
      isFilled
      toolbar={
        <>
          {toList(language, t('guides.all'))}
          {chooseLanguage}
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            disabled={file.isRunning}
            onClick={() => {
              file.save({ ...choice, language, format: 'html' });
            }}
          >
            {t('guides.html')}
          </Button>
          <Button
            variant="default"
            loading={file.isRunning}
            onClick={() => {
              file.save({ ...choice, language, format: 'pdf' });
            }}
          >
            {t('guides.pdf')}
          </Button>
          <Button
            leftSection={<IconPrinter size={14} aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {t('guides.print')}
          </Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        <Chosen {...place} />
      </div>
    </Page>
  );
}
