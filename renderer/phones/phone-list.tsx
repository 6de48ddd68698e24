import { TextInput } from '@mantine/core';
import { IconChevronLeft, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { PhoneItem } from '../../shared/model/phone.ts';
import { useText } from '../i18n/provider.tsx';
import type { PhoneDataType } from './phone-places.ts';
import styles from './phone-screen.module.css';

/** Rows on the small screen; a full phone is searched. */
const shownRows = 200;
/** From so many entries on there is a field to find one. */
const findFrom = 8;

/** What {@link PhoneList} shows. */
export interface PhoneListProps {
  readonly dataType: PhoneDataType;
  readonly items: readonly PhoneItem[];
  readonly arrived: ReadonlySet<string>;
  readonly onBack: () => void;
  readonly onNew: () => void;
  readonly onEntry: (item: PhoneItem) => void;
}

function contains({ title, subtitle }: PhoneItem, wanted: string): boolean {
  return `${title}\n${subtitle}`.toLocaleLowerCase().includes(wanted);
}

/** One of the phone's lists. */
export function PhoneList(props: PhoneListProps): ReactNode {
  const { dataType, items, arrived, onBack, onNew, onEntry } = props;
  const { t } = useText();
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const own = items.filter((item) => item.dataType === dataType);
  const found = wanted === '' ? own : own.filter((item) => contains(item, wanted));
  const rest = found.length - shownRows;
  return (
    <>
      <div className={styles['bar-line']}>
        <button type="button" aria-label={t('phones.list.back')} onClick={onBack}>
          <IconChevronLeft size={16} stroke={1.6} aria-hidden />
        </button>
        <h3>{t(`phones.list.${dataType}`)}</h3>
        <button type="button" aria-label={t(`phones.entry.new-${dataType}`)} onClick={onNew}>
          <IconPlus size={16} stroke={1.6} aria-hidden />
        </button>
      </div>
      {own.length < findFrom ? null : (
        <TextInput
          size="xs"
          mb={4}
          aria-label={t('phones.list.find')}
          placeholder={t('phones.list.find')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      )}
      <div className={styles['view']}>
        {found.length === 0 ? (
          <div className={styles['none']}>
            <p>{t(own.length === 0 ? `phones.list.none-${dataType}` : 'phones.list.nothing')}</p>
            {own.length === 0 ? (
              <button type="button" onClick={onNew}>
                {t(`phones.entry.new-${dataType}`)}
              </button>
            ) : null}
          </div>
        ) : (
          <ul className={styles['rows']} aria-label={t(`phones.list.${dataType}`)}>
            {found.slice(0, shownRows).map((item) => (
              <li key={item.luid} data-fresh={arrived.has(item.luid)} data-pending={item.pending}>
                <button
                  type="button"
                  disabled={item.pending === 'deleted'}
                  onClick={() => {
                    onEntry(item);
                  }}
                >
                  <span className={styles['rowTitle']}>
                    {item.title === '' ? t('phones.entry.untitled') : item.title}
                  </span>
                  {item.subtitle === '' ? null : (
                    <span className={styles['rowSecond']}>{item.subtitle}</span>
                  )}
                  {item.pending !== null ? (
                    <span className={styles['mark']}>{t(`phones.pending.${item.pending}`)}</span>
                  ) : arrived.has(item.luid) ? (
                    <span className={styles['mark']}>{t('phones.arrived')}</span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        )}
        {rest > 0 ? (
          <p className={styles['more']}>{t('phones.list.more', { count: rest })}</p>
        ) : null}
      </div>
    </>
  );
}
