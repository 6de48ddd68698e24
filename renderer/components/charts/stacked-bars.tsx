import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useText } from '../../i18n/provider.tsx';
import { barHeights, niceTop } from './bar-heights.ts';
import styles from './charts.module.css';

/** One of the values that are stacked: its name and the colour that it has. */
export interface BarSeries {
  readonly name: string;
  /** Of a state, or one of four steps of the accent for what is no state. */
  readonly tone:
    'working' | 'sent' | 'waiting' | 'failed' | 'off' | 'first' | 'second' | 'third' | 'fourth';
}

/** One bar: what it stands for, and a value for each series. */
export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
}

/** What {@link StackedBars} shows. */
export interface StackedBarsProps {
  /** What the chart is: "Alerts by hour". */
  readonly title: string;
  /** What a bar stands for, as the head of the table's first column. */
  readonly axis: string;
  readonly series: readonly BarSeries[];
  readonly bars: readonly Bar[];
  /** How a value is written: an amount of money. Default: a plain number. */
  readonly value?: ((value: number) => string) | undefined;
  /** How the sum of all bars is told beside the title; it comes as {@link value} writes it. */
  readonly total?: ((sum: string) => string) | undefined;
}

const height = 96;
const slot = 20;
const gap = 4;

/** A small chart of stacked bars, with the figures beside it and a table behind it. */
export function StackedBars(props: StackedBarsProps): ReactNode {
  const { title, axis, series, bars } = props;
  const { t, format } = useText();
  const value = props.value ?? format.number;
  const totalText = props.total ?? ((count: string) => t('overview.alertsTotal', { count }));
  const [isTable, setIsTable] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  const sums = bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0));
  const top = niceTop(Math.max(0, ...sums));
  const total = sums.reduce((sum, value) => sum + value, 0);
  const width = bars.length * slot;
  const bar = pointed === null ? undefined : bars[pointed];

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['caption']}>
        <h2 className={styles['title']}>{title}</h2>
        <span className="pd-soft">
          {bar === undefined
            ? totalText(value(total))
            : `${bar.label}: ${value(sums[pointed ?? 0] ?? 0)}`}
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          {t(isTable ? 'common.chart' : 'common.table')}
        </Button>
      </figcaption>
      {isTable ? (
        <div className={styles['tableBox']} role="region" aria-label={title} tabIndex={0}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{axis}</th>
                {series.map((one) => (
                  <th key={one.name} scope="col">
                    {one.name}
                  </th>
                ))}
                <th scope="col">{t('overview.total')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map((one, index) => (
                <tr key={index}>
                  <th scope="row">{one.label}</th>
                  {one.values.map((piece, place) => (
                    <td key={place}>{value(piece)}</td>
                  ))}
                  <td>{value(sums[index] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          <div className={styles['plot']}>
            <span className={styles['top']} aria-hidden>
              {value(top)}
            </span>
            <svg
              className={styles['svg']}
              viewBox={`0 0 ${String(width)} ${String(height)}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={`${title}: ${totalText(value(total))}`}
              onMouseLeave={() => {
                setPointed(null);
              }}
            >
              <line className={styles['grid']} x1="0" x2={width} y1="0.5" y2="0.5" />
              <line className={styles['grid']} x1="0" x2={width} y1={height / 2} y2={height / 2} />
              {bars.map((one, index) => (
                <g
                  key={index}
                  data-faded={pointed !== null && pointed !== index}
                  onMouseEnter={() => {
                    setPointed(index);
                  }}
                >
                  <rect
                    className={styles['slot']}
                    x={index * slot}
                    y="0"
                    width={slot}
                    height={height}
                  />
                  {barHeights(one.values, top, height).map((piece, place) => (
                    <rect
                      key={place}
                      className={styles[series[place]?.tone ?? 'off']}
                      x={index * slot + gap / 2}
                      y={piece.y}
                      width={slot - gap}
                      height={piece.height}
                    />
                  ))}
                </g>
              ))}
            </svg>
          </div>
          <div className={styles['labels']} aria-hidden>
            <span>{bars[0]?.label}</span>
            <span>{bars[Math.floor(bars.length / 2)]?.label}</span>
            <span>{bars.at(-1)?.label}</span>
          </div>
        </>
      )}
      <ul className={styles['legend']}>
        {series.map((one, place) => (
          <li key={one.name}>
            <span className={`${styles['key'] ?? ''} ${styles[one.tone] ?? ''}`} aria-hidden />
            {one.name}{' '}
            <strong>
              {value(
                bar === undefined
                  ? bars.reduce((sum, other) => sum + (other.values[place] ?? 0), 0)
                  : (bar.values[place] ?? 0),
              )}
            </strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}
