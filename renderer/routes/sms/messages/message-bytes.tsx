import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Message } from '../../../../shared/model/message.ts';
import type { Trace, TraceBytes } from '../../../../shared/model/trace.ts';
import { orpc } from '../../../api/client.ts';
import { HexView } from '../../../components/bytes/hex-view.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { partBytes } from './part-bytes.ts';

/** The bytes of a message on all their layers, where its trace knows them. */
function bytesInTrace(trace: Trace | undefined, id: string): readonly TraceBytes[] {
  const branch = trace?.branches.find(({ message }) => message?.id === id);
  // A configuration of several messages has their bytes in one heap: which is whose is not told.
  const configuration = trace?.configurations.find(
    ({ messages }) => messages.length === 1 && messages[0]?.id === id,
  );
  const steps = branch?.steps ?? configuration?.steps ?? [];
  return steps.find(({ bytes }) => bytes.length > 0)?.bytes ?? [];
}

/** The bytes of a message and what they mean: decoded by its trace, else by the header of each part. */
export function MessageBytes({ message }: { readonly message: Message }): ReactNode {
  const { t, textOf } = useText();
  const [layer, setLayer] = useState(0);
  const { data } = useQuery(
    orpc.traces.get.queryOptions({ input: { id: message.traceId }, retry: false }),
  );
  const decoded = bytesInTrace(data, message.id);
  const shown = decoded[layer] ?? decoded[0];
  if (shown !== undefined) {
    return (
      <>
        <SegmentedControl
          mb="sm"
          aria-label={t('trace.bytes')}
          value={String(decoded.indexOf(shown))}
          onChange={(value) => {
            setLayer(Number(value));
          }}
          data={decoded.map((bytes, index) => {
            const name = textOf(`traceBytes.${bytes.name}`) ?? bytes.name;
            const isOneOfMany = decoded.filter((other) => other.name === bytes.name).length > 1;
            const part = isOneOfMany ? `, ${t('trace.part', { part: bytes.part })}` : '';
            return { value: String(index), label: `${name}${part}` };
          })}
        />
        <HexView
          key={layer}
          bytes={shown.bytes}
          fileName={`${message.id}-${shown.name}-${String(shown.part)}`}
        />
      </>
    );
  }
  return message.parts.map((part, index) => (
    <div key={index} className={styles['part']}>
      <p className={styles['label']}>
        {t('messagesPage.part', { part: index + 1, count: message.parts.length })}
      </p>
      <HexView bytes={partBytes(part)} fileName={`${message.id}-${String(index + 1)}`} />
    </div>
  ));
}
