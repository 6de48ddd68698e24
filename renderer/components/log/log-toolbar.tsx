import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconDownload,
  IconEraser,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LogFilter } from '../../../shared/model/log-entry.ts';
import type { LogLevel } from '../../../shared/model/words.ts';
import { useText } from '../../i18n/provider.tsx';
import { saveFile } from '../save-file.ts';
import { StateMark } from '../state-mark.tsx';
import { useNotify } from '../use-notify.tsx';
import { exportLog, exportName } from './log-export.ts';
import type { LogFileForm } from './log-export.ts';
import type { LogStream } from './log-stream.ts';
import { logText } from './log-values.ts';
import styles from './log-view.module.css';
import type { Hold } from './use-hold.ts';
import { useSlowLogView } from './use-log-stream.ts';

/** What {@link LogToolbar} shows. */
export interface LogToolbarProps {
  readonly stream: LogStream;
  readonly filter: LogFilter;
  readonly filters: ((counts: Readonly<Record<LogLevel, number>>) => ReactNode) | undefined;
  readonly hold: Hold;
}

/** Above the lines: filters, pause, clear and export. */
export function LogToolbar(props: LogToolbarProps): ReactNode {
  const { stream, hold } = props;
  const { isHeld } = hold;
  const view = useSlowLogView(stream);
  const tools = useText();
  const { t } = tools;
  const notify = useNotify();
  const [isExporting, setIsExporting] = useState(false);
  const save = async (form: LogFileForm): Promise<void> => {
    setIsExporting(true);
    try {
      const { file, count } = await exportLog(props.filter, form, (entry) => logText(entry, tools));
      saveFile(exportName(form, new Date()), file.type, file);
      notify.done(t('logView.exported', { count }));
    } catch (error) {
      notify.failed(error);
    } finally {
      setIsExporting(false);
    }
  };
  const word = isHeld ? t('logView.paused') : t('logView.live');
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('logView.title')}>
      {props.filters?.(view.counts)}
      <span className={styles['gap']} />
      <span className={styles['controls']}>
        {view.state === 'stalled' || view.state === 'failed' ? (
          <StateMark state="attention" word={t('logView.stalled')} />
        ) : (
          <StateMark state={isHeld ? 'paused' : 'working'} word={word} />
        )}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={
            isHeld ? (
              <IconPlayerPlay size={14} aria-hidden />
            ) : (
              <IconPlayerPause size={14} aria-hidden />
            )
          }
          aria-keyshortcuts="Space"
          onClick={hold.toggle}
        >
          {isHeld ? t('logView.resume') : t('logView.pause')}
        </Button>
        <Menu>
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={isExporting}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('common.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconEraser size={14} aria-hidden />}
              onClick={() => {
                stream.clear();
              }}
            >
              {t('logView.clear')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => void save('ndjson')}
            >
              {t('logView.exportNdjson')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => void save('text')}
            >
              {t('logView.exportText')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </div>
  );
}
