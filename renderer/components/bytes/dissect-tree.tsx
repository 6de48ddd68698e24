import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DissectedBytes } from '../../../shared/model/dissect.ts';
import { useText } from '../../i18n/provider.tsx';
import { treeFields } from './hex-rows.ts';
import styles from './hex-view.module.css';

interface DissectTreeProps {
  readonly tree: DissectedBytes['tree'];
  /** Path of the field whose octets are marked. */
  readonly marked: string | null;
  readonly onPoint: (path: string | null) => void;
  readonly onChoose: (path: string) => void;
}

/** The decoded fields as a tree that is walked with the arrow keys. */
export function DissectTree(props: DissectTreeProps): ReactNode {
  const { t, textOf } = useText();
  const prefix = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const fields = useMemo(
    () => treeFields(props.tree, (path) => folded.has(path)),
    [props.tree, folded],
  );
  const index = fields.findIndex((field) => field.path === active);

  const fold = (path: string, isFolded: boolean): void => {
    setFolded((before) => {
      const after = new Set(before);
      if (isFolded) after.add(path);
      else after.delete(path);
      return after;
    });
  };
  const goTo = (at: number): void => {
    const field = fields[Math.max(0, Math.min(fields.length - 1, at))];
    if (field === undefined) return;
    setActive(field.path);
    props.onChoose(field.path);
    document.getElementById(`${prefix}-${field.path}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const field = fields[index];
    if (event.key === 'ArrowDown') goTo(index + 1);
    else if (event.key === 'ArrowUp') goTo(index < 0 ? 0 : index - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(fields.length - 1);
    else if (event.key === 'ArrowLeft' && field !== undefined) {
      if (field.hasChildren && !folded.has(field.path)) fold(field.path, true);
      else goTo(fields.findIndex((other) => other.path === field.path.replace(/\.?\d+$/u, '')));
    } else if (event.key === 'ArrowRight' && field !== undefined) {
      if (field.hasChildren && folded.has(field.path)) fold(field.path, false);
      else if (field.hasChildren) goTo(index + 1);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      className={styles['tree']}
      role="tree"
      aria-label={t('trace.decoded')}
      aria-activedescendant={active === null ? undefined : `${prefix}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (active === null) goTo(0);
      }}
      onMouseLeave={() => {
        props.onPoint(null);
      }}
    >
      {fields.map((field) => {
        const isFolded = folded.has(field.path);
        return (
          // The tree itself has the focus and the keys (aria-activedescendant).
          <div
            key={field.path}
            id={`${prefix}-${field.path}`}
            role="treeitem"
            aria-level={field.depth + 1}
            aria-expanded={field.hasChildren ? !isFolded : undefined}
            aria-selected={props.marked === field.path}
            className={styles['field']}
            data-active={active === field.path}
            style={{ paddingInlineStart: 6 + field.depth * 16 }}
            onMouseEnter={() => {
              props.onPoint(field.path);
            }}
            onClick={() => {
              setActive(field.path);
              props.onChoose(field.path);
              if (field.hasChildren && active === field.path) fold(field.path, !isFolded);
            }}
          >
            <span className={styles['fold']} aria-hidden>
              {field.hasChildren ? (
                isFolded ? (
                  <IconChevronRight size={12} />
                ) : (
                  <IconChevronDown size={12} />
                )
              ) : null}
            </span>
            <span className={styles['key']}>
              {textOf(`dissect.${field.node.key}`) ?? field.node.key}
            </span>
            <span className={styles['value']}>{field.node.value}</span>
          </div>
        );
      })}
    </div>
  );
}
