import { Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode, WheelEvent } from 'react';
import styles from './filled-tabs.module.css';

/** One tab and what it shows. */
export interface FilledTab {
  readonly id: string;
  readonly label: ReactNode;
  /** True for a log or a table, which scrolls by itself. */
  readonly isFilled?: boolean;
  readonly render: () => ReactNode;
}

/** What {@link FilledTabs} needs. */
export interface FilledTabsProps {
  /** What the tabs are about, for assistive programs. */
  readonly label: string;
  readonly tabs: readonly FilledTab[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Lets a mouse that has one wheel move what lies in one row. */
function moveRow({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

/** Tabs that fill what is left of a page or a side panel. Only the chosen one is in the page. */
export function FilledTabs({ label, tabs, value, onChange }: FilledTabsProps): ReactNode {
  const chosen = tabs.find((tab) => tab.id === value) ?? tabs[0];
  const list = useRef<HTMLDivElement>(null);
  const chosenId = chosen?.id;
  useEffect(() => {
    // In the middle, so that its neighbours can be seen and clicked.
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosenId]);
  return (
    <Tabs
      value={chosen?.id ?? null}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
      classNames={{
        root: styles['root'] ?? '',
        list: styles['list'] ?? '',
        tab: styles['tab'] ?? '',
      }}
    >
      <Tabs.List ref={list} aria-label={label} onWheel={moveRow}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.id} value={tab.id}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel
          key={tab.id}
          value={tab.id}
          className={tab.isFilled === true ? styles['filled'] : styles['flowing']}
        >
          {tab.id === chosen?.id ? tab.render() : null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
