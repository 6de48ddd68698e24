import { emptyBytes } from '../../bytes.ts';
import { decodeSyncml } from '../document.ts';
import { childOf, descend, isElement, textAt, textOf, type SyncmlElement } from '../elements.ts';
import type { SyncFilter } from './model.ts';

const inclusive = 'INCLUSIVE';
/** WBXML begins with its version; no text of a filter begins so. */
const highestWbxmlVersion = 3;

/** Filter (OMA DS 1.2 §5.13): everything in it but the meta type may be absent. */
export function readFilter(element: SyncmlElement): SyncFilter {
  const metaType = typeOf(element);
  const filterType = textAt(element, 'FilterType')?.trim().toUpperCase();
  const record = descend(element, 'Record', 'Item');
  const field = descend(element, 'Field', 'Item');
  return {
    ...metaType,
    filterType: filterType === undefined || filterType === '' ? inclusive : filterType,
    ...(record !== undefined && { record: { ...typeOf(record), data: recordData(record) } }),
    ...(field !== undefined && { field: { ...typeOf(field), data: fieldData(field) } }),
  };
}

function typeOf(element: SyncmlElement): { metaType?: string } {
  const metaType = (
    textAt(element, 'Meta', 'Type') ?? textAt(element, 'Meta', 'MetInf', 'Type')
  )?.trim();
  return metaType === undefined ? {} : { metaType };
}

function recordData(item: SyncmlElement): string {
  const data = childOf(item, 'Data');
  return data === undefined ? '' : textOf(data);
}

function fieldData(item: SyncmlElement): SyncmlElement | string {
  const data = childOf(item, 'Data');
  const element = data?.children.find(isElement);
  if (data === undefined || element !== undefined) return element ?? '';
  const [first = emptyBytes] = data.children;
  const isDocument = first instanceof Uint8Array && (first[0] ?? 0xff) <= highestWbxmlVersion;
  return isDocument ? decodeSyncml(first).root : textOf(data);
}
