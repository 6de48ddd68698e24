import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** Tabs that fill what is left of a page or a side panel. Only the chosen one is in the page. */
export function FilledTabs({ label, tabs, value, onChange }: FilledTabsProps): ReactNode {
  const chosen = tabs.find((tab) => tab.id === value) ?? tabs[0];
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
      <Tabs.List aria-label={label}>
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
