import { create } from 'zustand';
import { languages } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { readStored, writeStored } from './storage.ts';

/** How a person likes the console. It belongs to this browser or desktop, not to the services. */
export interface Preferences {
  readonly theme: 'light' | 'dark' | 'system';
  readonly language: Language | 'system';
  readonly density: 'compact' | 'comfortable';
  /** Whether plain letters act as shortcuts; some assistive programs type letters of their own. */
  readonly singleKeys: boolean;
  /** Widths of the side panels in pixels, by the panel's name. */
  readonly panelWidths: Readonly<Record<string, number>>;
  /** Columns that are shown, by the table's name; a table that is not here shows its defaults. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Preferences of a first visit. */
export const defaultPreferences: Preferences = {
  theme: 'system',
  language: 'system',
  density: 'compact',
  singleKeys: true,
  panelWidths: {},
  columns: {},
};

function oneOf<Value>(value: unknown, values: readonly Value[], otherwise: Value): Value {
  return values.includes(value as Value) ? (value as Value) : otherwise;
}

function recordOf<Value>(
  value: unknown,
  isValue: (inner: unknown) => inner is Value,
): Record<string, Value> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Value] => isValue(entry[1])),
  );
}

const isWidth = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** Makes preferences of whatever was stored, by this version or another; what does not fit is dropped. */
export function readPreferences(stored: unknown): Preferences {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
    keyof Preferences,
    unknown
  >;
  return {
    theme: oneOf(from.theme, ['light', 'dark', 'system'], defaultPreferences.theme),
    language: oneOf(from.language, [...languages, 'system'], defaultPreferences.language),
    density: oneOf(from.density, ['compact', 'comfortable'], defaultPreferences.density),
    singleKeys: oneOf(from.singleKeys, [true, false], defaultPreferences.singleKeys),
    panelWidths: recordOf(from.panelWidths, isWidth),
    columns: recordOf(from.columns, isNames),
  };
}

interface PreferencesStore extends Preferences {
  readonly set: (change: Partial<Preferences>) => void;
}

const storedName = 'preferences';

/** The preferences, and `set` to change some of them; every change is remembered at once. */
export const usePreferences = create<PreferencesStore>()((set, get) => ({
  ...readPreferences(readStored(storedName)),
  set(change) {
    set(change);
    writeStored(storedName, readPreferences(get()));
  },
}));
