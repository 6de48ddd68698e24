import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { Gateway } from '../../../../shared/model/gateway.ts';
import { panelLimits } from '../../../components/panel/side-panel.tsx';
import { useText } from '../../../i18n/provider.tsx';
import { usePreferences } from '../../../preferences/preferences.ts';
import styles from './card.module.css';
import { cardMove } from './card-view.ts';
import { GatewayCard } from './gateway-card.tsx';

/** What {@link GatewayGrid} needs. */
export interface GatewayGridProps {
  readonly gateways: readonly Gateway[];
  /** Gateway whose panel is open. */
  readonly openId: string | undefined;
  /** Opens a gateway's panel; without a view the one that was open last stays. */
  readonly onOpen: (id: string, view?: 'test' | 'settings') => void;
}

/** How many cards stand side by side: those that are as high up as the first. */
function columnsOf(buttons: readonly HTMLElement[]): number {
  const top = buttons[0]?.getBoundingClientRect().top;
  return Math.max(1, buttons.filter((each) => each.getBoundingClientRect().top === top).length);
}

/**
 * The gateways as cards, in the order in which they are tried. The arrow keys go from card to card,
 * Enter opens the panel; while it is open it follows the arrow keys.
 */
export function GatewayGrid({ gateways, openId, onOpen }: GatewayGridProps): ReactNode {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  const panelWidth = usePreferences(
    (preferences) => preferences.panelWidths['gateways'] ?? panelLimits.initial,
  );
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const sorted = [...gateways].sort((left, right) => left.priority - right.priority);
  const stop =
    sorted.find(({ id }) => id === focusedId) ??
    sorted.find(({ id }) => id === openId) ??
    sorted[0];

  useEffect(() => {
    list.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);

  const move = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const next = cardMove(event.key, index, sorted.length, columnsOf(buttons));
    const to = next === null ? undefined : sorted[next];
    if (next === null || to === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
    buttons[next]?.closest('li')?.scrollIntoView({ block: 'nearest' });
    if (openId !== undefined) onOpen(to.id);
  };
  return (
    <ul
      ref={list}
      className={styles['grid']}
      style={{ '--panel-width': `${String(panelWidth)}px` } as CSSProperties}
      data-beside={openId !== undefined}
      aria-label={t('sms.tab.gateways')}
    >
      {sorted.map((gateway, index) => (
        <GatewayCard
          key={gateway.id}
          gateway={gateway}
          isOpen={openId === gateway.id}
          isTabStop={stop?.id === gateway.id}
          onOpen={(view) => {
            onOpen(gateway.id, view);
          }}
          onKeyDown={(event) => {
            move(event, index);
          }}
          onFocus={() => {
            setFocusedId(gateway.id);
          }}
        />
      ))}
    </ul>
  );
}
