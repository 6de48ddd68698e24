import { Button } from '@mantine/core';
import { IconCopy, IconFileDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { DissectedBytes } from '../../../shared/model/dissect.ts';
import { useText } from '../../i18n/provider.tsx';
import { notifyDone } from '../notify.ts';
import { saveFile } from '../save-file.ts';
import { DissectTree } from './dissect-tree.tsx';
import { fieldAt, hexBytes, hexOctets, hexText, treeFields } from './hex-rows.ts';
import styles from './hex-view.module.css';

/** Octets that are shown at once: each is an element of its own, and a message may have a million. */
const mostShown = 4_096;

/** What {@link HexView} shows. */
export interface HexViewProps {
  readonly bytes: DissectedBytes;
  /** Name of the file that "save as file" proposes, without its end. */
  readonly fileName: string;
}

/** Bytes on the left, what they mean on the right; pointing at one marks the other. */
export function HexView({ bytes, fileName }: HexViewProps): ReactNode {
  const { t, format } = useText();
  const [pointed, setPointed] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const octets = useMemo(() => hexOctets(bytes.hex), [bytes.hex]);
  const fields = useMemo(() => treeFields(bytes.tree), [bytes.tree]);
  const marked = fields.find((field) => field.path === (pointed ?? chosen))?.node ?? null;

  const isMarked = (octet: number): boolean =>
    marked !== null && octet >= marked.offset && octet < marked.offset + marked.length;

  return (
    <div className={styles['view']}>
      <div className={styles['bar']}>
        <span className="pd-soft">
          {marked === null || marked.length === 0
            ? t('trace.octets', { count: octets.length })
            : t('trace.octetsAt', {
                from: marked.offset,
                to: marked.offset + marked.length - 1,
              })}
        </span>
        {octets.length <= mostShown ? null : (
          <span className="pd-soft">
            {t('trace.shownOf', {
              shown: format.number(mostShown),
              total: format.number(octets.length),
            })}
          </span>
        )}
        <span className={styles['gap']} />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={() => {
            void navigator.clipboard.writeText(hexText(bytes.hex)).then(() => {
              notifyDone(t('common.copied', { what: t('trace.hex') }));
            });
          }}
        >
          {t('trace.copyHex')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFileDownload size={14} aria-hidden />}
          onClick={() => {
            saveFile(`${fileName}.bin`, 'application/octet-stream', hexBytes(bytes.hex));
          }}
        >
          {t('trace.saveFile')}
        </Button>
      </div>
      <div className={styles['panes']}>
        <div
          className={styles['hex']}
          role="img"
          aria-label={`${t('trace.hex')}: ${bytes.hex.slice(0, mostShown * 2)}`}
          onMouseLeave={() => {
            setPointed(null);
          }}
        >
          {octets.slice(0, mostShown).map((octet, index) => (
            <span
              key={index}
              aria-hidden
              className={styles['octet']}
              data-marked={isMarked(index)}
              data-end={isMarked(index) && !isMarked(index + 1)}
              onMouseEnter={() => {
                setPointed(fieldAt(fields, index)?.path ?? null);
              }}
            >
              {octet.toUpperCase()}
            </span>
          ))}
        </div>
        <DissectTree
          tree={bytes.tree}
          marked={pointed ?? chosen}
          onPoint={setPointed}
          onChoose={setChosen}
        />
      </div>
    </div>
  );
}
